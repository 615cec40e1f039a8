import { randomInt } from 'node:crypto'

/** 49 bits, read out of a terminal and typed into a page: without letters that look like digits. */
export function newSetupCode(): string {
  const letters = Array.from({ length: 10 }, () => 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'.charAt(randomInt(31)))
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}
