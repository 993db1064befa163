-- The first mailing templates in full-width marks, as everything in Chinese; what the bureau has changed stays.
update mailing_templates set subject_zh = '提醒：注册即将截止' where id = '0002' and version = 1;
update mailing_templates set body_zh = replace(replace(body_zh, ', ', '，'), '您好!', '您好！') where id in ('0001', '0002', '0003', '0004') and version = 1;
-- They are as old as the installation, not of 1970.
update mailing_templates set changed_at = (select min(applied_at) from schema_version) where changed_at = 0;
