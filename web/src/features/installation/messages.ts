import { defineMessages } from '@/shared/i18n/messages'

export const chinese = {
  title: '系统安装',
  text: '本展会正式运行所需的各项配置。测试短信和邮件发送到您本人的手机和邮箱；支付测试会生成 1 分钱的订单并立即关闭。',
  part: '项目',
  standing: '状况',
  detail: '说明',
  result: '测试结果',
  tryIt: '测试',
  parts: {
    fair: '展会', mail: '邮件', sms: '短信', payment: '在线支付', registry: '企业登记核验', identity: '身份核验', storage: '文件存储',
    disk: '磁盘空间', backup: '备份', key_ring: '密钥', clock: '时钟', tls: '加密访问（TLS）',
  },
  standings: { good: '正常', missing: '未配置', wrong: '需要处理' },
}

export const installationMessages = defineMessages(chinese, () => import('./messages.en'))
