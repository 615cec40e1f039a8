/** Words as `like` takes them literally: what it reads as signs of its own stands for itself. */
export function literally(words: string): string {
  return words.replaceAll(/[\\%_]/g, String.raw`\$&`)
}

/** The pattern of whatever has these words in it. */
export function containing(words: string): string {
  return `%${literally(words)}%`
}
