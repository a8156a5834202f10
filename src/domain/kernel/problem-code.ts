/** All codes of the catalogue, for whoever reads one as a text and has a sentence for it. */
import { endpointProblemCodes, type ProblemCode } from './problem-catalogue.ts'
import { recordProblemCodes } from './record-problems.ts'

export const problemCodes: readonly ProblemCode[] = [...endpointProblemCodes, ...recordProblemCodes]

export const isProblemCode = (code: string): code is ProblemCode => (problemCodes as readonly string[]).includes(code)
