/** The words of entries that are not posted yet. */
export const draftsEn = {
  title: 'Drafts',
  kinds: 'Posted, or not yet',
  posted: 'Posted',
  save: 'Save as draft',
  savedToast: 'The draft is saved. It counts in no balance until it is posted.',
  ctrlSSaves: 'saves a draft',
  altEnterOpens: 'more of a line',
  readAgain: 'Show what is saved now',
  void: 'Discard the draft',
  voidTitle: 'Discard this draft?',
  voidDetail: 'It leaves the list and cannot be brought back. Nothing of it was posted.',
  voidedToast: '“{{memo}}” is discarded.',
  noMemo: 'Without a memo',
  noDayReason: 'No day is chosen yet.',
  noAmountReason: 'No debit is typed yet.',
  changedAt: 'Last changed',
  total_one: '{{count, number}} draft',
  total_other: '{{count, number}} drafts',
  none: {
    title: 'No draft',
    detail:
      'An entry that is not finished can be saved from its form, and finished later by whoever may post.',
  },
  settled: {
    posted: {
      title: 'This draft is posted',
      detail: 'It stands in the book as an entry.',
      action: 'Open the entry',
    },
    voided: {
      title: 'This draft was discarded',
      detail: 'It can no longer be posted.',
      action: 'Open the drafts',
    },
  },
  detailsOf: 'More of line {{number}}',
  partner: 'Partner entity',
  counterparty: 'Counterparty',
  tags: 'Tags',
  tagsHint: 'with commas between them',
}

export const pendingEn = {
  title: 'Pending',
  stateTitle: 'State',
  state: { open: 'Waiting', expired: 'Ran out', posted: 'Posted', voided: 'Given up' },
  until: 'Holds until',
  holds: 'Holds',
  holdsNothing: 'It holds nothing.',
  reservedBy: 'Reserved by',
  theEntry: 'The entry that it was posted as',
  void: 'Give it up',
  voidTitle: 'Give up this entry?',
  voidDetail: 'What “{{memo}}” holds is free at once, and it can no longer be posted.',
  voidedToast: '“{{memo}}” is given up; what it held is free.',
  total_one: '{{count, number}} entry',
  total_other: '{{count, number}} entries',
  none: {
    title: 'Nothing is pending',
    detail:
      'Software can reserve an entry before it is certain, such as a payment on its way out. It then waits here and holds its money until it is posted, given up or has run out.',
  },
  noneSettled: { title: 'Nothing here', detail: 'No pending entry of this book came to that.' },
}
