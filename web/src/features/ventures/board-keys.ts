/** From card to card: up and down in a column, left and right to the next column that has one at about that height. */
export function moveOnBoard(event: React.KeyboardEvent<HTMLElement>): void {
  const board = event.currentTarget
  const here = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null
  if (!here || event.ctrlKey || event.metaKey || event.altKey) return
  const next = nextOf(board, here, event.key)
  if (!next) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function nextOf(board: HTMLElement, here: HTMLElement, key: string): HTMLElement | undefined {
  const columns = [...board.querySelectorAll<HTMLElement>('[data-column]')].map(cardsIn)
  const column = columns.findIndex((cards) => cards.includes(here))
  const cards = columns[column] ?? []
  if (key === 'ArrowDown') return cards[cards.indexOf(here) + 1]
  if (key === 'ArrowUp') return cards[cards.indexOf(here) - 1]
  const top = here.getBoundingClientRect().top
  const away = (card: HTMLElement) => Math.abs(card.getBoundingClientRect().top - top)
  const besides =
    key === 'ArrowRight'
      ? columns.slice(column + 1)
      : key === 'ArrowLeft'
        ? columns.slice(0, column).toReversed()
        : []
  const found = besides.find((others) => others.length > 0) ?? []
  return found.toSorted((one, other) => away(one) - away(other))[0]
}

/** In the order in which they stand, which is not that of the page where rows are placed as they come into sight. */
function cardsIn(column: HTMLElement): HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>('[data-card]')].toSorted(
    (one, other) => Number(one.dataset['card']) - Number(other.dataset['card']),
  )
}
