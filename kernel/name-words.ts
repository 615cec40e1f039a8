/** `businesses.create-business` as people say it: "Create business". Operations and events come and go; their names are words already. */
export function nameWords(name: string): string {
  const verb = name.slice(name.indexOf('.') + 1).replaceAll('-', ' ')
  return verb.charAt(0).toUpperCase() + verb.slice(1)
}
