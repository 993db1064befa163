import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '通行密钥',
  text: '用手机、电脑或安全密钥上的指纹、面容或 PIN 完成二次验证，比短信更快，且不会被钓鱼网站骗取。可登记多个；请同时保留一种其他方式，以备设备遗失。',
  unsupported: '此浏览器或访问方式不支持通行密钥，请使用新版浏览器并以 HTTPS 访问。',
  add: '登记通行密钥',
  name: '名称',
  nameHint: '例如“办公室电脑”“我的手机”，便于日后辨认。',
  currentPassword: '当前密码',
  added: '通行密钥已登记',
  created: '登记时间',
  lastUsed: '最近使用',
  never: '尚未使用',
  locked: '已停用',
  lockedText: '计数倒退，疑被复制；请删除后重新登记。',
  rename: '重命名',
  renamed: '已重命名',
  remove: '删除',
  removeText: (name: string) => `删除后不能再用“${name}”登录。`,
  removed: '通行密钥已删除',
  none: '还没有通行密钥',
  noneHint: '登记一个，下次登录即可使用。',
  use: '使用通行密钥',
  useText: '请按浏览器提示，在已登记的设备上确认。',
  cancelled: '操作已取消或超时，请重试。',
  alreadyThere: '该设备已登记过通行密钥。',
  failed: '设备未能完成操作，请重试或改用其他方式。',
}

export const passkeyMessages = defineMessages(chinese, () => import('./messages.en'))
