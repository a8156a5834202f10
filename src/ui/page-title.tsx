// The h1 of a screen whose title somebody else wrote and may be long: on a phone it takes two lines, and a button below
// it shows the rest. Elsewhere, and where two lines are enough, it is a title like any other.
import { useLayoutEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'
import styles from './page-header.module.css'

type PageTitleProps = {
  readonly title: string
  /** Words of the button. */
  readonly more: string
}

export const PageTitle = ({ title, more }: PageTitleProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const [isCut, setCut] = useState(false)
  const [isWhole, setWhole] = useState(false)
  useLayoutEffect(() => {
    const measure = () => {
      const at = heading.current
      if (at !== null) setCut(at.scrollHeight > at.clientHeight + 1)
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [title, isWhole])
  const showWhole = (): void => {
    setWhole(true)
    // The button goes; whoever pressed it by key reads on where the title is.
    heading.current?.focus()
  }
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={isWhole ? undefined : styles.twoLines}>
        {title}
      </h1>
      {isCut && !isWhole && (
        <Button kind="plain" icon="chevron-down" onClick={showWhole}>
          {more}
        </Button>
      )}
    </>
  )
}
