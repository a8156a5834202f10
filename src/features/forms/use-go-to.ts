// The way to a question: its own screen on a phone, its section and the place in it elsewhere.
import { useCallback } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { FillingBoard } from './filling-board.ts'
import { questionPath } from './paths.ts'

export function useGoTo(board: FillingBoard, isWide: boolean, onWanted: (ref: string) => void): (ref: string) => void {
  const [, navigate] = useLocation()
  const [, setParams] = useSearchParams()
  return useCallback(
    (ref) => {
      if (!isWide) return navigate(questionPath(board.id, ref))
      const section = board.tally().sectionOf(ref)
      setParams(section <= 0 ? {} : { s: String(section) }, { replace: true })
      onWanted(ref)
    },
    [board, isWide, onWanted, navigate, setParams],
  )
}
