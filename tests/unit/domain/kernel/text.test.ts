import { describe, expect, it } from 'vitest'
import { eventProblem } from '#domain/declaration/declaration-state.ts'
import { hasText } from '#domain/kernel/text.ts'
import { sealedSubmissionProblem } from '#domain/self-assessment/sealed-submission.ts'
import { checkAnswer } from '#domain/self-assessment/answer.ts'
import { checkDecision, checkVerification } from '#domain/self-assessment/verification.ts'
import { checkFillingVerification } from '#domain/questionnaire/filling/filling-verification.ts'
import { checkAmendment } from '#domain/change/amendment.ts'

/** Zero width space, word joiner, left-to-right mark, Hangul filler, no-break space, byte order mark, blank Braille, soft hyphen. */
const unseen = [
  '',
  ' \n\t',
  '\u200B',
  '\u2060',
  '\u200E',
  '\u3164',
  '\u00A0',
  '\uFEFF',
  '\u2800',
  '\u00AD\u200B \u200D',
]

describe('text', () => {
  it('KERNEL-7: what cannot be seen is no text; one letter, digit or sign is', () => {
    expect(unseen.filter(hasText)).toEqual([])
    const seen = ['x', '0', '-', 'ế', 'e\u0302\u0301', '\u200Bkhông', '无', 'ไม่', '🙂', '👩‍👧']
    expect(seen.filter((text) => !hasText(text))).toEqual([])
  })

  it.each(unseen)('KERNEL-7: a reason of nothing but %j is none wherever one is asked for', (reason) => {
    const standing = { decision: null, verified: 1, total: 1, disputed: 0, isSuperseded: false }
    const given = [
      checkAnswer({ score: 'na', reason, note: '' }),
      checkVerification({ score: 2 }, { level: 1, reason }),
      checkFillingVerification({ value: '1' }, { level: 'other', value: '', reason }),
      checkDecision(standing, 'reopened', reason),
      checkAmendment({ text: 'Sửa số', reason }),
    ]
    expect(given.map(({ ok }) => ok)).toEqual(given.map(() => false))
    expect(eventProblem('in-force', 'suspended', reason)).toMatchObject({ code: 'declaration.reason-missing' })
    expect(sealedSubmissionProblem({ answers: [{ questionId: 'Q4.1', score: 'na', reason }] })).not.toBeNull()
  })
})
