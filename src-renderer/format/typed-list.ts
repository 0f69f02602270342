/** The entries of a list as people type it: separated by commas, semicolons, spaces or line breaks. */
export const typedList = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((entry) => entry !== '')
