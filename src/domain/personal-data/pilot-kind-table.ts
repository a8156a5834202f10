/** The part of the table of personal data that is about visits, obstacles, mergers and the first day of a commune. */
import type { Kind } from '#domain/change/kind-registry.ts'
import { freeText, type KindLine, signing, wholeRecord, whereabouts } from './personal-datum.ts'

export const pilotKindTable = {
  visit: {
    personal: {
      done: freeText,
      recommendation: freeText,
      visitors: signing,
      received: signing,
      checked: freeText,
      opinion: freeText,
      spot: whereabouts,
    },
    impersonal: ['unit', 'on', 'stage', 'flag', 'lateReasons', 'from', 'to', 'coordination', 'planned', 'record'],
  },
  'visit-record': { personal: { content: wholeRecord }, impersonal: ['unit', 'visit', 'sha256'] },
  'planned-visit': { personal: { purpose: freeText }, impersonal: ['unit', 'on', 'from', 'order', 'state', 'visit'] },
  obstacle: {
    personal: { text: freeText, owner: freeText, answer: freeText },
    impersonal: ['unit', 'stage', 'raisedOn', 'dueOn', 'answeredOn', 'state'],
  },
  'stage-delay': {
    personal: { text: freeText },
    impersonal: ['unit', 'plan', 'stage', 'reasons', 'on', 'expectedOn'],
  },
  inheritance: {
    personal: { reason: freeText },
    impersonal: ['unit', 'of', 'ofKind', 'from', 'decision', 'on', 'to'],
  },
  'commune-profile': {
    personal: { focal: signing },
    impersonal: ['unit', 'committee', 'committeeOn', 'staff', 'setUpOn'],
  },
  procedure: {
    personal: { name: freeText, field: freeText },
    impersonal: ['unit', 'code', 'days', 'document', 'isInScope', 'state'],
  },
  'kept-aside': {
    personal: {},
    impersonal: ['unit', 'of', 'move', 'name', 'by', 'on', 'reason', 'at', 'outcome'],
  },
  'pilot-summary': { personal: {}, impersonal: ['plan', 'on', 'madeAt', 'columns'] },
} as const satisfies Partial<Record<Kind, KindLine>>
