import type { WindowsVersion } from '../../../src-main/licensing/windows-names.ts'

const windows = (osVersion: string, osBuild: number, isServer: boolean): WindowsVersion => ({
  osVersion,
  osBuild,
  isServer,
})

/** Computers that could become a KMS host, by what Win32_OperatingSystem says of them. */
export const hostKeyHosts = {
  server2003: windows('5.2.3790', 3790, true),
  vista: windows('6.0.6002', 6002, false),
  server2008: windows('6.0.6003', 6003, true),
  windows7: windows('6.1.7601', 7601, false),
  server2008R2: windows('6.1.7601', 7601, true),
  windows8: windows('6.2.9200', 9200, false),
  server2012: windows('6.2.9200', 9200, true),
  windows81: windows('6.3.9600', 9600, false),
  server2012R2: windows('6.3.9600', 9600, true),
  windows10: windows('10.0.19045', 19_045, false),
  windows11: windows('10.0.22631', 22_631, false),
  server2016: windows('10.0.14393', 14_393, true),
  server2019: windows('10.0.17763', 17_763, true),
  server2022: windows('10.0.20348', 20_348, true),
  server23H2: windows('10.0.25398', 25_398, true),
  server2025: windows('10.0.26100', 26_100, true),
}
