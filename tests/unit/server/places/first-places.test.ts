import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { vietnam2026Provinces, vietnam2026Units } from '#domain/place/vietnam-2026.ts'
import { paths } from '#protocol/paths.ts'
import { sessionSchema } from '#protocol/session-message.ts'
import { createEndpoint, type EndpointOptions } from '#server/create-endpoint.ts'
import { explainStart } from '#server/explain-start.ts'
import { firstPlaces } from '#server/places/first-places.ts'
import { UnusablePlacesError } from '#server/places/place-fault.ts'
import { readPlaces } from '#server/places/read-places.ts'
import { createDeviceKeyPair } from '#support/endpoint/device-key-pair.ts'
import { CHEAP } from '#support/endpoint/edges.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'

const CSV = `\uFEFFMã;Loại;Tên;Thuộc\r
04;tỉnh;Cao Bằng;\r
1;địa bàn;"Hà Quảng; và vùng ""trên""";\r
01273;phường;Thục Phán;\r
01290;xã;Xã Bảo Lâm;1\r
\r
99001;xã;Mới   Lập;04\r
`

const faultsOf = (file: string) => {
  try {
    readPlaces(file, 'x.csv')
    return []
  } catch (error) {
    if (!(error instanceof UnusablePlacesError)) throw error
    return error.faults.map(({ row, column, what }) => [row, column, what])
  }
}

async function begin(more: Partial<EndpointOptions>, dataDir = tempFolder()) {
  const endpoint = await createEndpoint({ dataDir, demo: false, logger: false, passwordCost: CHEAP, ...more })
  let isOpen = true
  const close = async () => {
    if (isOpen) await endpoint.close()
    isOpen = false
  }
  onTestFinished(close)
  return { endpoint, dataDir, close }
}

async function identityToldBy({ endpoint }: Awaited<ReturnType<typeof begin>>) {
  const answer = await endpoint.inject({
    method: 'POST',
    url: paths.redeem,
    payload: {
      code: endpoint.administrator?.code ?? '',
      password: 'mưa phùn tháng giêng',
      deviceLabel: '',
      deviceKey: createDeviceKeyPair().publicKey,
      replica: null,
    },
  })
  return sessionSchema.parse(answer.json()).identity
}

describe('the places of a first start', () => {
  it('END-113: are those of any of the 34 provinces by its code, all 3,321 units once', async () => {
    const all = await Promise.all(vietnam2026Provinces().map(({ code }) => firstPlaces({ province: code })))
    expect(all.map(([first]) => first?.kind)).toEqual(all.map(() => 'province'))
    const communes = all.flat().filter(({ kind }) => kind === 'commune')
    expect(new Set(communes.map(({ id }) => id)).size).toBe(vietnam2026Units().length)
    expect((await firstPlaces({ province: '01' }))[0]).toMatchObject({ id: 'p01', name: 'Thành phố Hà Nội' })
    expect((await firstPlaces({})).filter(({ kind }) => kind === 'area')).toHaveLength(10)
    await expect(firstPlaces({ province: '4' })).rejects.toThrow('04 Tỉnh Cao Bằng')
    await expect(firstPlaces({ province: '04', placesFile: 'x' })).rejects.toThrow('set only one')
    await expect(firstPlaces({ placesFile: '/nowhere/x.csv' })).rejects.toThrow('SOTAY_PLACES')
  })

  it('END-113: or an operator’s list, with areas, known units under their own ids and new ones', () => {
    expect(readPlaces(CSV, 'x.csv')).toEqual([
      { id: 'p04', parent: null, kind: 'province', name: 'Tỉnh Cao Bằng', code: '04' },
      { id: 'area-1', parent: 'p04', kind: 'area', name: 'Địa bàn Hà Quảng; và vùng "trên"', code: '1' },
      { id: 'vn26-01273', parent: 'p04', kind: 'commune', name: 'Phường Thục Phán', code: '01273' },
      { id: 'vn26-01290', parent: 'area-1', kind: 'commune', name: 'Xã Bảo Lâm', code: '01290' },
      { id: 'u04-99001', parent: 'p04', kind: 'commune', name: 'Xã Mới Lập', code: '99001' },
    ])
    const rows = [
      { code: '04', kind: 'province', name: 'Tỉnh Cao Bằng' },
      { code: '01273', kind: 'commune', name: 'Phường Thục Phán', parent: '04' },
    ]
    expect(readPlaces(JSON.stringify(rows), 'x.json').map(({ id }) => id)).toEqual(['p04', 'vn26-01273'])
  })

  it('END-113: every fault of a list is told with its row, and nothing is made', async () => {
    const head = 'code,kind,name,parent'
    expect(faultsOf('')).toEqual([[0, null, 'no-list']])
    expect(faultsOf('[1')).toEqual([[0, null, 'no-list']])
    expect(faultsOf(`${head}\n04,tỉnh,Cao Bằng,`)).toEqual([[0, null, 'no-commune']])
    expect(faultsOf(`${head}\n1,xã,A,\n`)).toEqual([[0, null, 'one-province']])
    const wrong = `${head}\n04,tỉnh,Cao Bằng,\n,xã,A,\n1 2,làng,,\n5,xã,B,77\n5,xã,C,04\n05,tỉnh,D,`
    expect(faultsOf(wrong)).toEqual([
      [3, 'code', 'missing'],
      [4, 'code', 'unfit'],
      [4, 'kind', 'unknown'],
      [4, 'name', 'missing'],
      [7, null, 'one-province'],
    ])
    expect(faultsOf(`${head}\n04,tỉnh,Cao Bằng,\n5,xã,B,77\n5,xã,C,04`)).toEqual([
      [3, 'parent', 'unknown'],
      [4, 'code', 'twice'],
    ])
    const [folder, dataDir] = [tempFolder(), tempFolder()]
    const placesFile = path.join(folder, 'units.csv')
    writeFileSync(placesFile, wrong)
    const failure = await begin({ placesFile }, dataDir).catch((error: unknown) => error)
    const told = explainStart(failure, { port: 1, host: '', dataDir })
    expect(told).toContain('dòng 4, kind: không có trong danh sách')
    expect(told).toContain('row 4, name: is empty')
    writeFileSync(placesFile, CSV)
    expect((await identityToldBy(await begin({ placesFile }, dataDir))).places).toHaveLength(5)
  })

  it('END-113: an installation elsewhere has its administrator at its own province, and the list is not read again', async () => {
    const first = await begin({ province: '04' })
    const identity = await identityToldBy(first)
    expect(identity.grants).toMatchObject([{ role: 'administrator', scope: 'p04' }])
    expect(identity.places.some(({ id }) => id === 'vn26-01273')).toBe(true)
    await first.close()
    const again = await begin({ placesFile: '/nowhere/any-more.csv' }, first.dataDir)
    expect(again.endpoint.administrator).toBeNull()
  })
})
