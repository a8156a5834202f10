// What may come back in place of the endpoint's answer, and how each is told: in the chip, and as a sentence.
import { badGateway, captivePortal, cut, type Fault, loginRedirect, serverError } from './faulty-proxy.ts'

interface NetworkFault {
  readonly fault: Fault
  readonly chip: RegExp
  readonly sentence: RegExp
}

export const networkFaults: Readonly<Record<string, NetworkFault>> = {
  'an endpoint that fails with 500': {
    fault: serverError,
    chip: /Chưa gửi được.*máy chủ lỗi/,
    sentence: /máy chủ gặp trục trặc/,
  },
  'a 502 from something before it': {
    fault: badGateway,
    chip: /Chưa gửi được.*sẽ tự gửi lại/,
    sentence: /không phải của máy chủ/,
  },
  'a captive portal with a page and status 200': {
    fault: captivePortal,
    chip: /Chưa gửi được.*Wi-Fi cần đăng nhập/,
    sentence: /Wi-Fi này đòi đăng nhập riêng/,
  },
  'a redirect to a login page': {
    fault: loginRedirect,
    chip: /Chưa gửi được.*Wi-Fi cần đăng nhập/,
    sentence: /Wi-Fi này đòi đăng nhập riêng/,
  },
  'a connection that is cut': { fault: cut, chip: /Đã lưu trên máy.*chờ gửi/, sentence: /Đang không có mạng/ },
}
