/**
 * Whether a sealed audit report is complete by what it says itself: asked where it arrives, of contents that any program
 * may have sealed. The items are those it lists: a checklist of a later version is not known here.
 */
import { type JsonObject, listAt, nameAt, objectAt, oneOf, textAt, writtenAt } from '#domain/kernel/json-reading.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'
import { findingGrades, findingProblems, isNonconformity } from './finding.ts'
import { auditConclusions, checkConclusion } from './report-words.ts'

const isBlank = (text: string): boolean => !hasText(text)

/** A result of a later version is one. Rule AUD-1. */
function isOpen(answer: JsonObject): boolean {
  const result = textAt(answer, 'result')
  return result === '' || (result === 'NA' && isBlank(textAt(answer, 'reason')))
}

const findingIn = (finding: JsonObject) => ({
  item: nameAt(finding, 'item'),
  isGraded: textAt(finding, 'grade') !== '',
  grade: oneOf(findingGrades, finding['grade']),
  facts: textAt(finding, 'facts'),
  dueOn: writtenAt(finding, 'dueOn'),
})

/** The first thing it lacks, or null. Rules AUD-2, AUD-6 and AUD-19. */
export function sealedReportProblem(content: JsonObject): Problem | null {
  const answers = listAt(content, 'answers')
  const findings = listAt(content, 'findings').map(findingIn)
  const described = new Set(findings.filter(({ grade }) => isNonconformity(grade)).map(({ item }) => item))
  const bare = answers.filter((answer) => answer['result'] === 'NC' && !described.has(textAt(answer, 'itemId')))
  const [missing, withoutFinding] = [answers.filter(isOpen).length, bare.length]
  if (missing > 0 || withoutFinding > 0) return { code: 'audit.incomplete', params: { missing, withoutFinding } }
  for (const finding of findings) {
    // A grade of a later version is one.
    const grade = finding.grade ?? (finding.isGraded ? 'observation' : null)
    const [first] = findingProblems({ ...finding, grade })
    if (first) return first
  }
  const concluded = checkConclusion(oneOf(auditConclusions, objectAt(content, 'words')['conclusion']), findings)
  return concluded.ok ? null : concluded.error
}
