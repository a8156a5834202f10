/**
 * Words and walks over the keyboard that passwords are made of when nobody thinks: our own list, from how people in
 * Vietnamese offices write (with Telex habits, names of places, offices and birthdays) and from what is tried
 * everywhere first. Without marks, capitals and signs, as `bareWord` leaves them.
 */
const vietnamese = `
matkhau matma mkhau matkhaumoi matkhaucu khongnho khongbiet quenmatkhau khongcomatkhau mothaibabonnam
mot hai ba bon nam sau bay tam chin muoi khong
anhyeuem emyeuanh yeuem yeuanh anhnhoem emnhoanh maiyeuem maiyeuanh yeuemnhieu yeuemmaimai vochong chongyeu voyeu
conyeu concung bome ba me giadinh tinhyeu hanhphuc maimai mailamai suckhoe binhan thanhcong maymanphattai phattai
phatloc tailoc anlanh vuive cuocsong banbe nguoiyeu congai contrai xinchao chaoban camon taoday toiday
vietnam vietnamvodich hanoi saigon hochiminh tphcm bacho danang haiphong cantho hue langson caobang backan
thainguyen bacgiang bacninh quangninh tuyenquang hagiang thaibinh ninhbinh namdinh nghean hatinh daklak dongdang
dongkinh trangdinh binhgia vanlang caoloc vanquan bacson huulung chilang locbinh dinhlap mausonlangson
ubnd ubndxa ubndhuyen ubndtinh uybannhandan uyban hdnd vanphong vanphongubnd motcua tthc hanhchinhcong
quantri quantrivien quanly nguoiquantri chutich phochutich bithu thuky thukyiso canbo congchuc nhanvien taikhoan
dangnhap nguoidung sotay sotayiso sotayisoxa iso tcvn tcvniso chatluong tieuchuan danhgia kiemtra coquan nhanuoc
congty giaovien hocsinh sinhvien truonghoc lophoc maytinh dienthoai internet facebook zalo
nguyen nguyenvan nguyenthi tran tranvan tranthi levan lethi phamvan phamthi hoangvan hoangthi
`
const everywhere = `
password passwort passwd pass passcode letmein welcome admin administrator root user guest test demo master login
default changeme secret qwerty qwertyuiop azerty asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qwer qaz wsx edc rfv tgb
qazwsx qazwsxedc zaq xsw abc abcd abcde abcdef abcdefgh abcdefghij xyz aaa
iloveyou loveyou lovely love sunshine princess dragon monkey football baseball superman batman spiderman starwars
pokemon shadow michael jordan charlie jennifer ashley daniel jessica tigger flower whatever trustno freedom summer
winter spring autumn monday friday january december hello computer samsung iphone android google microsoft windows
oracle cisco server system manager office company money happy lucky angel baby family forever killer hunter ranger
mustang ferrari porsche mercedes yamaha honda toyota liverpool arsenal chelsea barcelona realmadrid manutd ronaldo
messi naruto doraemon minecraft roblox linkedin yahoo gmail email mail account
`
const listed = [...vietnamese.split(/\s+/), ...everywhere.split(/\s+/)]

/** See the head of this module. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(listed.filter((word) => /^[a-z]+$/.test(word)))
