/**
 * Quotes a string for WQL: backslash and both quotes are escaped, so that a value typed by a person can never end the
 * literal (slmgr.vbs itself inserts arguments unescaped, slmgr.md 1.3).
 */
export const wqlString = (value: string): string => `'${value.replace(/[\\'"]/g, (sign) => `\\${sign}`)}'`

/** Quotes a string for a key in an object path, where only double quotes delimit. */
export const pathString = (value: string): string => `"${value.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`

/** The relative path of the instance of a class with one key. */
export const objectPath = (className: string, key: string, value: string): string =>
  `${className}.${key}=${pathString(value)}`

/** A WQL datetime literal (DMTF, UTC) for comparisons with datetime properties. */
export const wqlDateTime = (time: Date): string => {
  const [day = '', clock = ''] = time.toISOString().split('T')
  return `'${day.replaceAll('-', '')}${clock.replaceAll(':', '').replace('Z', '')}000+000'`
}
