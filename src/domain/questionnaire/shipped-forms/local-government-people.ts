/** Indicators of society and environment: groups 3 and 4 (see `local-government-indicators.ts`). */
import { type IndicatorGroup, on } from './indicator-group.ts'

export const society: IndicatorGroup = {
  title: ['Nhóm 3. Phát triển xã hội, không ai bị bỏ lại', 'Group 3. Inclusive social development'],
  isListed: true,
  indicators: [
    on(
      'Dịch vụ công cho người dân',
      'Public services',
      'Điện, nước, thu gom rác, chiếu sáng: ai chưa có',
      'Power, water, refuse, lighting: who has none yet',
    ),
    on(
      'Thể thao, vui chơi',
      'Sport and recreation',
      'Sân bãi, nhà văn hóa, số người dùng',
      'Grounds, houses of culture, how many use them',
    ),
    on(
      'Đồng bào dân tộc và người yếu thế',
      'Ethnic and vulnerable groups',
      'Chính sách đã đến từng hộ, tiếng nói tại cuộc họp',
      'Policies that reached each household, a voice in meetings',
    ),
    on(
      'Bình đẳng giới',
      'Gender equality',
      'Tỷ lệ nữ lãnh đạo, xử lý bạo lực gia đình',
      'Share of women who lead, domestic violence dealt with',
    ),
    on(
      'Người có nguy cơ xã hội',
      'People at social risk',
      'Trẻ em, người già cô đơn, người sau cai nghiện: ai theo dõi',
      'Children, lonely old people, people after withdrawal: who looks after them',
    ),
    on('Sức khỏe', 'Health', 'Trạm y tế, tiêm chủng, bảo hiểm y tế', 'Health station, vaccination, health insurance'),
    on(
      'Giáo dục cơ bản có chất lượng',
      'Basic education of good quality',
      'Ra lớp, bỏ học, cơ sở vật chất',
      'Enrolment, children who left school, buildings',
    ),
    on('Nhà ở', 'Housing', 'Nhà tạm, nhà dột nát đã xóa, còn lại', 'Makeshift houses replaced, and left'),
    on(
      'Ý thức công dân',
      'Citizenship',
      'Hương ước, sinh hoạt thôn, tuyên truyền pháp luật',
      'Village rules and meetings, law made known',
    ),
    on(
      'Văn hóa, di sản',
      'Culture and heritage',
      'Di tích, lễ hội, nghề truyền thống',
      'Monuments, festivals, old crafts',
    ),
    on(
      'Giảm nghèo',
      'Fighting poverty',
      'Hộ nghèo, cận nghèo, hộ thoát nghèo bền vững',
      'Poor and near-poor households, and those that left poverty for good',
    ),
  ],
}

export const environment: IndicatorGroup = {
  title: ['Nhóm 4. Môi trường bền vững', 'Group 4. Sustainable environment'],
  isListed: false,
  indicators: [
    on(
      'Rác thải, vệ sinh',
      'Solid waste, cleanliness',
      'Tỷ lệ thu gom, phân loại, điểm tồn đọng',
      'Share collected, sorting, places where it lies',
    ),
    on(
      'Cảnh quan',
      'Care of the place’s image',
      'Trụ sở, đường làng, biển hiệu, cây xanh',
      'Offices, village roads, signs, trees',
    ),
    on(
      'Tài nguyên thiên nhiên',
      'Natural resources',
      'Rừng, khoáng sản, vi phạm đã xử lý',
      'Forests, minerals, offences dealt with',
    ),
    on(
      'Quy hoạch sử dụng đất',
      'Land-use planning',
      'Quy hoạch công khai, vi phạm đất đai',
      'Plans made public, offences against land rules',
    ),
    on('Nguồn nước', 'Water', 'Nước sạch, giếng, công trình hư hỏng', 'Clean water, wells, works out of order'),
    on('Nước thải', 'Waste water', 'Thoát nước khu dân cư, chăn nuôi', 'Drainage of settlements and stables'),
    on(
      'Đất canh tác',
      'Soil',
      'Thoái hóa, thuốc bảo vệ thực vật, bao bì thu gom',
      'Wear of soil, pesticides and their containers',
    ),
    on(
      'Giáo dục môi trường',
      'Environmental education',
      'Hoạt động ở trường, ở thôn trong năm',
      'What schools and villages did in the year',
    ),
  ],
}
