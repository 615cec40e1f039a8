import { operationSaid } from '#kernel/operation-said.ts'
import { holdsByRoleAlone } from '#server/catalogue/access.ts'
import { findOperation, type OperationsOf } from '#server/catalogue/find-operation.ts'
import { peopleWithGrants } from '#server/modules/identity/index.ts'
import type { NotificationKind, Told } from '#server/modules/notifications/index.ts'
import { findSubjects, sees } from '#server/modules/subjects/index.ts'
import type { Transaction } from '#server/database/database.ts'
import { findAsked } from './asked-queries.ts'
import { DECIDE } from '#server/modules/identity/index.ts'
import { approvalSubject } from './subject-queries.ts'

/** Everybody who could accept it, as `whyNotAccept` would find; who asked for it, or made the key that did, could not. */
function waiting(operations: OperationsOf): NotificationKind {
  return {
    name: 'approvals.waiting',
    events: ['approvals.approval-requested'],
    needs: [DECIDE],
    settledBy: [
      'approvals.approval-accepted',
      'approvals.approval-refused',
      'approvals.approval-withdrawn',
      'approvals.approval-failed',
    ],
    mail: 'at-once',
    says({ actor, title }) {
      const what = operationSaid(title)
      return {
        en: `${actor.en} asks for your approval of “${what.en}”.`,
        de: `${actor.de} bittet um Ihre Freigabe von „${what.de}“.`,
      }
    },
    async tell(tx, events) {
      const deciders = await decidersOf(
        tx,
        events.map(({ subject_id: id }) => id),
        operations,
      )
      return events.flatMap((event) =>
        (deciders.get(event.subject_id) ?? []).map((personId) => ({
          event,
          personId,
          subjectId: event.subject_id,
          facts: {},
        })),
      )
    },
  }
}

async function decidersOf(
  tx: Transaction,
  approvalIds: readonly string[],
  operations: OperationsOf,
): Promise<Map<string, string[]>> {
  const [found, asked, people] = await Promise.all([
    findSubjects(tx, { kinds: [approvalSubject] }, approvalIds),
    findAsked(tx, approvalIds),
    peopleWithGrants(tx, {}),
  ])
  return new Map(
    asked.map(({ id, person_id: behind, held_roles: heldRoles, operation: name }) => {
      const about = found.get(id)
      const operation = findOperation(operations, name)
      if (!about || !operation) return [id, []]
      const may = people.filter(({ id: personId, grants }) => {
        const eyes = { grants, ids: [] }
        const isOpen = [DECIDE, operation.permission].every((permission) =>
          sees(eyes, { ...about, permission, operations }),
        )
        const isStopped = heldRoles.some((role) => holdsByRoleAlone({ grants }, operation.permission, role))
        return personId !== behind && isOpen && !isStopped
      })
      return [id, may.map(({ id: personId }) => personId)]
    }),
  )
}

const OUTCOMES: Record<string, string> = {
  'approvals.approval-accepted': 'accepted',
  'approvals.approval-refused': 'refused',
  'approvals.approval-failed': 'failed',
}

/** What somebody asked for was decided, or could not be done once it was accepted. */
const decided: NotificationKind = {
  name: 'approvals.decided',
  events: Object.keys(OUTCOMES),
  needs: [],
  settledBy: [],
  mail: 'daily',
  says({ actor, title, facts: { outcome } }) {
    const what = operationSaid(title)
    if (outcome === 'failed')
      return {
        en: `“${what.en}”, which you asked for, was accepted and could not be done.`,
        de: `„${what.de}“, um das Sie gebeten haben, wurde freigegeben und ließ sich nicht ausführen.`,
      }
    return {
      en: `${actor.en} ${outcome === 'refused' ? 'refused' : 'accepted'} “${what.en}”, which you asked for.`,
      de: `${actor.de} hat „${what.de}“, um das Sie gebeten haben, ${outcome === 'refused' ? 'abgelehnt' : 'freigegeben'}.`,
    }
  },
  async tell(tx, events) {
    const asked = await findAsked(
      tx,
      events.map(({ subject_id: id }) => id),
    )
    const asker = new Map(asked.map(({ id, person_id: personId }) => [id, personId]))
    return events.flatMap((event): Told[] => {
      const personId = asker.get(event.subject_id)
      const outcome = OUTCOMES[event.type]
      return personId && outcome ? [{ event, personId, subjectId: event.subject_id, facts: { outcome } }] : []
    })
  },
}

export function approvalsKinds(operations: OperationsOf): NotificationKind[] {
  return [waiting(operations), decided]
}
