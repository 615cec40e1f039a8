import type { TestSystem } from '#server/test-system.ts'

/** What people said about these subjects and put beside them: the same on each. */
export async function seedTalk(
  { url, machineKey }: TestSystem,
  subjectIds: readonly string[],
): Promise<void> {
  const send = async (operation: string, input: object) => {
    const response = await fetch(`${url}/api/v1/${operation}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    if (!response.ok) throw new Error(`${operation}: ${await response.text()}`)
    return Object(await response.json())
  }
  for (const subjectId of subjectIds) {
    await send('comments/add-comment', {
      subjectId,
      body: 'The licence runs out in March. Who talks to the city?\nTheir page: https://licences.example/renew.',
    })
    const mentionable = await fetch(
      `${url}/api/v1/comments/list-mentionable?subjectId=${subjectId}&named=ada`,
      {
        headers: { authorization: `Bearer ${machineKey}` },
      },
    )
    const [ada] = Object(await mentionable.json()).people
    const { id: commentId } = await send('comments/add-comment', { subjectId, body: 'Asked them.' })
    await send('comments/edit-comment', {
      commentId,
      body: `@[${ada.id}] they want the signed form by Friday.`,
    })
    const content = Buffer.from('%PDF-1.7 The form, signed'.padEnd(180_000, '.')).toString('base64')
    await send('attachments/attach-file', { subjectId, name: 'Renewal form, signed.pdf', content })
  }
}
