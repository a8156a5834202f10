import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { PhotoGrid } from '#ui/photo-grid.tsx'
import { Tag } from '#ui/tag.tsx'
import { expectAxeClean } from './axe-clean.ts'

const aPicture = () => new File(['x'], 'anh.jpg', { type: 'image/jpeg' })

describe('PhotoGrid', () => {
  it('names every picture, also one whose bytes are not here, and says where it is', async () => {
    const { container } = render(
      <PhotoGrid
        label="Bằng chứng"
        photos={[
          { id: '1', src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', alt: 'Bảng niêm yết', onOpen: () => undefined },
          { id: '2', alt: 'Danh mục', caption: 'QĐ 1203', state: <Tag tone="idle">Chờ gửi</Tag> },
        ]}
        capture={{ label: 'Chụp', onFiles: () => undefined }}
      />,
    )
    expect(screen.getByRole('button', { name: 'Bảng niêm yết' })).toBeVisible()
    expect(screen.getByRole('img', { name: 'Danh mục' })).toBeVisible()
    expect(screen.getByText('Chờ gửi')).toBeVisible()
    await expectAxeClean(container)
  })

  it('takes a picture with the device camera and can take the same file again', async () => {
    const take = vi.fn<(files: File[]) => void>()
    render(<PhotoGrid label="Bằng chứng" photos={[]} capture={{ label: 'Chụp', onFiles: take }} />)
    const input = screen.getByLabelText('Chụp')
    expect(input).toHaveAttribute('capture', 'environment')
    expect(input).toHaveAttribute('accept', 'image/*')
    const picture = aPicture()
    await userEvent.upload(input, picture)
    expect(take).toHaveBeenCalledExactlyOnceWith([picture])
    expect(input).toHaveValue('')
  })

  it('does nothing when the camera was left without a picture', () => {
    const take = vi.fn<(files: File[]) => void>()
    render(<PhotoGrid label="Bằng chứng" photos={[]} pick={{ label: 'Chọn ảnh', onFiles: take }} />)
    fireEvent.change(screen.getByLabelText('Chọn ảnh'), { target: { files: [] } })
    expect(take).not.toHaveBeenCalled()
    expect(screen.getByLabelText('Chọn ảnh')).not.toHaveAttribute('capture')
  })

  it('removes a picture by a button that names it', async () => {
    const remove = vi.fn<() => void>()
    render(
      <PhotoGrid
        label="Bằng chứng"
        removeLabel="Bỏ ảnh"
        photos={[{ id: '1', alt: 'Bảng niêm yết', onRemove: remove }]}
      />,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Bỏ ảnh Bảng niêm yết' }))
    expect(remove).toHaveBeenCalledOnce()
  })
})
