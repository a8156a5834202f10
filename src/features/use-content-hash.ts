// The hash under which something is signed, worked out anew from what is shown. By what the content says, not by which
// object it is: read anew and unchanged, it must not close the signature that somebody is drawing under it.
import { useEffect, useState } from 'react'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'

/** SHA-256 in hex; undefined while it is worked out. */
export function useContentHash({ signatures }: Pick<PersonStore, 'signatures'>, content: object): string | undefined {
  const text = canonicalJson(content)
  const [hashed, setHashed] = useState<{ readonly text: string; readonly sha256: string }>()
  useEffect(() => {
    let isShown = true
    void signatures.hashOf(JSON.parse(text) as object).then((sha256) => isShown && setHashed({ text, sha256 }))
    return () => {
      isShown = false
    }
  }, [signatures, text])
  return hashed?.text === text ? hashed.sha256 : undefined
}
