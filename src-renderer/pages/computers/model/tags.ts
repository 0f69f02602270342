/** Tags as they were typed, separated by commas or semicolons; none twice. */
export const typedTags = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
]

/** Which tags come and which go. @param before the tags there are @param text the tags as they were typed */
export const tagChange = (
  before: readonly string[],
  text: string,
): { readonly addTags: string[]; readonly removeTags: string[] } => {
  const wanted = typedTags(text)
  return {
    addTags: wanted.filter((tag) => !before.includes(tag)),
    removeTags: before.filter((tag) => !wanted.includes(tag)),
  }
}
