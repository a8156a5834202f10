import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Field } from '#ui/field.tsx'
import { PasswordInput } from '#ui/password-input.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { expectAxeClean } from './axe-clean.ts'

describe('Field', () => {
  it('names its control, and describes it by the error first and then the hint', async () => {
    const { container } = render(
      <Field label="Sự việc" hint="Thấy gì, ở đâu" error="Anh/chị chưa ghi sự việc" note="bắt buộc">
        <TextArea />
      </Field>,
    )
    const control = screen.getByRole('textbox', { name: 'Sự việc' })
    expect(control).toBeInvalid()
    expect(control).toHaveAccessibleDescription('Anh/chị chưa ghi sự việc Thấy gì, ở đâu')
    await expectAxeClean(container)
  })

  it('without an error is not invalid, and an empty error is no error', () => {
    render(
      <Field label="Ghi chú" error="">
        <TextInput />
      </Field>,
    )
    const control = screen.getByRole('textbox', { name: 'Ghi chú' })
    expect(control).not.toHaveAttribute('aria-invalid')
    expect(control).not.toHaveAttribute('aria-describedby')
  })

  it('gives its control to the caller, so that a form can focus and read it', async () => {
    const ref = createRef<HTMLInputElement>()
    const change = vi.fn<() => void>()
    render(
      <Field label="Người ghi">
        <TextInput ref={ref} name="writer" onChange={change} />
      </Field>,
    )
    await userEvent.type(screen.getByLabelText('Người ghi'), 'Thư ký')
    expect(ref.current).toHaveValue('Thư ký')
    expect(change).toHaveBeenCalled()
  })
})

describe('PasswordInput', () => {
  it('shows and hides what is typed, by keyboard as well', async () => {
    const { container } = render(
      <Field label="Mật khẩu">
        <PasswordInput showLabel="Hiện mật khẩu" hideLabel="Ẩn mật khẩu" />
      </Field>,
    )
    const input = screen.getByLabelText('Mật khẩu')
    await userEvent.type(input, 'bi-mat')
    expect(input).toHaveAttribute('type', 'password')
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    expect(input).toHaveAttribute('type', 'text')
    expect(input).toHaveValue('bi-mat')
    expect(screen.getByRole('button', { name: 'Ẩn mật khẩu' })).toHaveFocus()
    await expectAxeClean(container)
  })
})

describe('SelectField', () => {
  const options = [
    { value: 'a', label: 'Xã Khánh Long' },
    { value: 'b', label: 'Xã Đoàn Kết' },
  ]

  it('is the native picker with its label and error', async () => {
    const choose = vi.fn<(value: string) => void>()
    const { container } = render(
      <SelectField
        label="Xã"
        placeholder="Chọn xã…"
        error="Chưa chọn xã"
        options={options}
        defaultValue=""
        onChange={(event) => choose(event.target.value)}
      />,
    )
    const select = screen.getByRole('combobox', { name: 'Xã' })
    expect(select).toHaveAccessibleDescription('Chưa chọn xã')
    await userEvent.selectOptions(select, 'Xã Đoàn Kết')
    expect(choose).toHaveBeenCalledExactlyOnceWith('b')
    await expectAxeClean(container)
  })
})
