/**
 * The 39 indicators of the self-assessment of a local government in four groups, after TCVN ISO 18091:2020 (Annex A).
 * The names are short titles in our own words; what to look at is ours altogether. The names of groups 1 and 3 follow an
 * older published list, those of groups 2 and 4 are not verified: all are to be compared with the standard bought.
 */
import { type IndicatorGroup, on } from './indicator-group.ts'
import { environment, society } from './local-government-people.ts'

const institutions: IndicatorGroup = {
  title: ['Nhóm 1. Thể chế phục vụ quản trị tốt', 'Group 1. Institutions for good government'],
  isListed: true,
  indicators: [
    on(
      'Hành chính có trách nhiệm và chất lượng',
      'Responsible administration of good quality',
      'Mục tiêu chất lượng, số hồ sơ đúng hạn, kết quả khảo sát hài lòng của năm',
      'Quality objectives, files on time, the year’s survey of satisfaction',
    ),
    on(
      'Liên kết với đơn vị khác',
      'Associated and interlinked',
      'Quy chế phối hợp với xã bên, với sở, với đoàn thể và việc đã làm chung',
      'Rules of cooperation with neighbours, departments, associations, and what was done together',
    ),
    on(
      'Công chức chuyên nghiệp',
      'Professional officers',
      'Vị trí việc làm, bồi dưỡng trong năm, bàn giao khi đổi người',
      'Posts, training in the year, hand-over when people change',
    ),
    on(
      'Có người dân tham gia',
      'Participatory',
      'Đối thoại, góp ý, niêm yết lấy ý kiến và việc tiếp thu',
      'Dialogues, consultations, and what became of them',
    ),
    on(
      'Trách nhiệm tài khóa',
      'Fiscally responsible',
      'Dự toán, quyết toán, công khai ngân sách đúng hạn',
      'Budget, settlement and their publication on time',
    ),
    on(
      'Phòng, chống thiên tai và bảo vệ dân sự',
      'Civil protection',
      'Phương án, lực lượng, diễn tập, điểm sơ tán',
      'Plans, people, drills, shelters',
    ),
    on(
      'Ứng dụng công nghệ thông tin',
      'Use of information technology',
      'Dịch vụ công trực tuyến, hồ sơ số hóa, an toàn thông tin',
      'Online services, digitised files, information security',
    ),
    on(
      'Đúng pháp luật',
      'Legally compliant',
      'Kết quả rà soát văn bản, kết luận thanh tra, kiểm tra',
      'Reviews of documents, conclusions of inspections',
    ),
    on(
      'Thượng tôn pháp luật tại địa phương',
      'Rule of law',
      'Hòa giải, tiếp công dân, giải quyết khiếu nại, tố cáo',
      'Mediation, reception of citizens, complaints and denunciations settled',
    ),
    on(
      'Minh bạch',
      'Transparent',
      'Nội dung phải công khai, nơi công khai, cập nhật lần cuối',
      'What has to be public, where it is, when it was last updated',
    ),
    on(
      'Tài chính lành mạnh',
      'Sound finances',
      'Nợ đọng, thu chi so với dự toán, tài sản công',
      'Arrears, income and spending against the budget, public assets',
    ),
    on(
      'An ninh, an toàn',
      'Safe',
      'Tình hình an ninh trật tự, tai nạn, phòng cháy',
      'Public order, accidents, fire safety',
    ),
  ],
}

const economy: IndicatorGroup = {
  title: ['Nhóm 2. Phát triển kinh tế bền vững', 'Group 2. Sustainable economic development'],
  isListed: false,
  indicators: [
    on(
      'Hướng làm ăn mới',
      'New economic alternatives',
      'Mô hình, hợp tác xã, sản phẩm mới được hỗ trợ',
      'Models, cooperatives and new products that were supported',
    ),
    on(
      'Đào tạo nghề',
      'Vocational training',
      'Số người được học nghề và có việc sau học',
      'People trained, and employed afterwards',
    ),
    on('Việc làm', 'Employment', 'Số liệu lao động, kết nối việc làm, vay vốn', 'Figures of labour, matching, loans'),
    on(
      'Bảo đảm lương thực, hàng thiết yếu',
      'Supply of food and necessities',
      'Chợ, dự trữ, an toàn thực phẩm',
      'Markets, reserves, food safety',
    ),
    on(
      'Du lịch',
      'Tourism',
      'Điểm đến, cơ sở lưu trú, quản lý, vệ sinh',
      'Places to see, lodgings, their care and cleanliness',
    ),
    on(
      'Giao thông, thông tin liên lạc',
      'Roads and communications',
      'Đường thôn, bảo trì, sóng di động, loa truyền thanh',
      'Village roads and their upkeep, mobile network, loudspeakers',
    ),
    on(
      'Nông, lâm nghiệp, thủy sản',
      'Farming, forestry, fishery',
      'Dịch bệnh, khuyến nông, quản lý rừng',
      'Diseases, advice to farmers, care of forests',
    ),
    on(
      'Công nghiệp, thương mại, dịch vụ',
      'Industry, trade, services',
      'Hộ kinh doanh, thủ tục, cụm nghề',
      'Household businesses, their procedures, crafts',
    ),
  ],
}

/** In the order of the standard's annex. */
export const indicatorGroups: readonly IndicatorGroup[] = [institutions, economy, society, environment]
