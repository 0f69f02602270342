/** The ten properties of Win32_OperatingSystem that every way of reading is asked for. */
export const tenProperties = [
  'Caption',
  'Version',
  'BuildNumber',
  'CSName',
  'OSArchitecture',
  'SystemDirectory',
  'WindowsDirectory',
  'LastBootUpTime',
  'Locale',
  'ProductType',
] as const

/** The query for them. */
export const tenPropertiesQuery = `SELECT ${tenProperties.join(', ')} FROM Win32_OperatingSystem`
