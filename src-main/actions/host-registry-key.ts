/** The key below HKEY_LOCAL_MACHINE that holds the settings of a KMS host since Windows 7 / Server 2008 R2 (kms.md 2). */
export const hostKeyPath = String.raw`SOFTWARE\Microsoft\Windows NT\CurrentVersion\SoftwareProtectionPlatform`
