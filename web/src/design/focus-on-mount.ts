/** A ref for the one control that a person who opened this came for. Being the same function at each render, it acts once. */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus()
}
