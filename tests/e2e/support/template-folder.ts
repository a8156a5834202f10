// Where a run keeps what each of its tests begins with; beside the data of the endpoint that the run itself has.
import path from 'node:path'
import process from 'node:process'

export const templateFolder = (): string => path.resolve(`${process.env.SOTAY_E2E_DATA ?? '.cache/e2e-data'}-template`)
