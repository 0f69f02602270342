/** The most minutes that the Lab's clock can be moved on at once: 400 days. Free of zod, for the window. */
export const longestAdvance = 60 * 24 * 400
