//! Reports of every kind, each with what is known of it.

use super::*;
use crate::model::{Level, SourceQuality};

fn meta(text: &str, hints: &Hints) -> ReportMeta {
    let source = Source::new(text);
    let lexicon = Lexicon::builtin();
    let outline = crate::extract::outline::read(&source, &lexicon);
    read(&source, &outline, hints, &lexicon)
}

/// Place and year as the output writes them.
fn about(text: &str) -> (String, Option<i16>) {
    let meta = meta(text, &Hints::default());
    (meta.place_path().unwrap_or("").to_owned(), meta.year.map(|year| year.value))
}

#[track_caller]
fn check(text: &str, place: &str, year: Option<i16>) {
    assert_eq!(about(text), (place.to_owned(), year), "{text}");
}

#[test]
fn the_title_says_place_and_year() {
    check("吕梁市2023年教育工作要点\n全市计划新建公办幼儿园4所。", "山西省/吕梁市", Some(2023));
    check("2023大同教育十件大事\n全市新建学校4所。", "山西省/大同市", Some(2023));
    check("大同市云州区2021—2022学年教育工作总结\n全区有学校33所。", "山西省/大同市/云州区", Some(2022));
    check("南宁市学前教育行动计划（2017—2020年）\n全市计划新建幼儿园40所。", "广西壮族自治区/南宁市", Some(2017));
    check("《忻州市教育事业发展情况（2019年）》\n全市有学校753所。", "山西省/忻州市", Some(2019));
    check("海淀区2022年教育工作总结\n全区有学校99所。", "北京市/海淀区", Some(2022));
    check("政府工作报告\n——2025年1月14日在甲会议上\n山西省省长 某某\n2024年，全省新建学校99所，我省教育投入增加。", "山西省", Some(2025));
}

#[test]
fn the_text_says_it_where_the_title_does_not() {
    check("稳步推进\n2022年，长治市教育局新建幼儿园6所，比2021年增加2所。我市继续努力。", "山西省/长治市", Some(2022));
    check("2022年，全市教育经费为284597万元，比上年增长0.83%。\n随州市教育局 随州市财政局\n2024年2月22日", "湖北省/随州市", Some(2022));
    check("云州区教科局坚持质量为先，全区有学校33所，区委高度重视。2022年6月在校学生14161人。", "山西省/大同市/云州区", Some(2022));
    check("内蒙古自治区教育厅抓好落实，全区新建学校9所，自治区投入2亿元，呼和浩特市新建2所。", "内蒙古自治区", None);
    check("全省新建学校99所，山西省教育厅统筹推进，省委高度重视，太原市、大同市、长治市各有10所。", "山西省", None);
}

#[test]
fn every_kind_of_place_has_a_report() {
    for (text, place) in [
        ("北京市2023年教育事业发展统计公报\n全市共有幼儿园1990所。", "北京市"),
        ("重庆市教育委员会2023年工作总结\n全市新建学校20所,万州区新建3所。", "重庆市"),
        ("上海市浦东新区2022年教育工作总结\n全区有学校600所,我区新建12所。", "上海市/浦东新区"),
        ("2023年工作总结\n重庆市万州区教育委员会\n我区新建学校3所,全区教师9800人。", "重庆市/万州区"),
        ("济源市2022年教育工作总结\n全市有学校160所。", "河南省/济源市"),
        ("2022年广西教育事业统计公报\n全区共有学校2.3万所,我区学前教育毛入园率90.1%。", "广西壮族自治区"),
        ("宁夏回族自治区教育厅2023年工作要点\n全区新建幼儿园40所,银川市新建12所。", "宁夏回族自治区"),
        ("西藏2022年教育发展公报\n全区有学校3300所,自治区投入30亿元。", "西藏自治区"),
        ("孝义市2022年教育工作总结\n全市有学校120所。全市教师6000人。全市学生6万人。吕梁市教育局表彰我市教师12人。", "山西省/吕梁市/孝义市"),
        (
            "2022年教育工作总结\n孝义市教育局新建学校3所。我市有学校120所。全市教师6000人。全市学生6万人。孝义市委重视教育。吕梁市教育局表彰教师12人。",
            "山西省/吕梁市/孝义市",
        ),
        ("恩施州2022年教育工作总结\n全州有学校900所,恩施市120所。", "湖北省/恩施土家族苗族自治州"),
        ("锡林郭勒盟2022年教育工作总结\n全盟有学校230所。", "内蒙古自治区/锡林郭勒盟"),
        ("正蓝旗2022年教育工作总结\n全旗有学校12所。", "内蒙古自治区/锡林郭勒盟/正蓝旗"),
        ("长治县2016年教育工作总结\n全县有学校90所。", "山西省/长治市/上党区"),
        ("大同县2016年教育工作总结\n我县有学校60所。", "山西省/大同市/云州区"),
        ("阳泉市城区2022年教育工作总结\n全区有学校40所。", "山西省/阳泉市/城区"),
        ("朝阳区2022年教育工作总结\n北京市朝阳区教育委员会\n全区有学校400所。", "北京市/朝阳区"),
        ("海南藏族自治州2022年教育工作总结\n全州有学校300所。", "青海省/海南藏族自治州"),
        ("海南省2022年教育事业统计公报\n全省有学校300所。", "海南省"),
        ("吉林市2022年教育工作总结\n全市有学校300所。", "吉林省/吉林市"),
        ("深圳市南山区2022年教育工作总结\n全区有学校200所。", "广东省/深圳市/南山区"),
        ("东莞市2022年教育工作总结\n全市有学校800所,各镇街新建22所。", "广东省/东莞市"),
        ("新疆生产建设兵团第八师石河子市2022年教育工作总结\n全市有学校60所。", "新疆维吾尔自治区/石河子市"),
        ("伊犁哈萨克自治州2022年教育工作总结\n全州有学校900所。", "新疆维吾尔自治区/伊犁哈萨克自治州"),
        ("市教育局2022年工作总结\n我市坚持优先发展教育,泽州县新建4所,高平市新建3所,沁水县新建2所,阳城县新建1所。", "山西省/晋城市"),
        ("教育局关于2022年工作的报告\n全区有学校33所。", ""),
    ] {
        assert_eq!(about(text).0, place, "{text}");
    }
}

#[test]
fn a_district_that_quotes_higher_orders_stays_a_district() {
    check(
        "2023年教育工作要点\n落实全省、省委、省教育厅部署。\n庐阳区教育体育局招聘教师120名，庐阳区新建学校5所。",
        "安徽省/合肥市/庐阳区",
        Some(2023),
    );
    check("庐阳区2023年重点任务清单\n落实省委、市委、市政府和全市统一安排，新建学校2所。", "安徽省/合肥市/庐阳区", Some(2023));
    check("上党区、潞州区、襄垣县和武乡县共建学校9所，我市各地都有进展。", "山西省/长治市", None);
}

#[test]
fn partners_and_neighbours_are_not_the_place() {
    check("我市选派教师赴北京市、南京市学习，与北京师范大学合作，邀请上海市专家12名，借鉴杭州市做法。长治市教育局投入3亿元。", "山西省/长治市", None);
    check("落实校长治学责任，市长治理有方。", "", None);
    check("全市有学校5所。", "", None);
    check(
        "我市新建学校5所，忻州市教育局加强管理。\n相关文章\n广州市教育局新建学校80所\n广州市教育局2022年新建学校80所，广州市委高度重视。",
        "山西省/忻州市",
        None,
    );
}

#[test]
fn a_year_is_neither_a_comparison_nor_a_deadline() {
    check("2019年，全市新建幼儿园31所，较2018年增加2所，确保2020年9月前全部投用，到2025年再建9所。", "", Some(2019));
    check("2021年7月开始选聘校长。2021年10月组建集团。2021至2022学年秋季学期资助6000人。2022年高考成绩提高。", "", Some(2022));
    check("共有1900名学生，投入2022万元。", "", None);
    check("发布时间：2022-07-26\n2019年，全市新建幼儿园31所，各项工作有序推进。", "", Some(2019));
}

#[test]
fn a_file_name_is_the_last_resort() {
    let hints = |file_name: &str| Hints { file_name: file_name.to_owned(), ..Hints::default() };
    let found = meta("全市有学校5所。", &hints("惠州市2020.txt"));
    assert_eq!(found.title, "惠州市2020");
    assert_eq!(found.place.map(|place| (place.value.path, place.origin)), Some(("广东省/惠州市".to_owned(), Origin::FromFileName)));
    assert_eq!(found.year, Some(Inferred::new(2020, Origin::FromFileName)));
    let found = meta("2021年，长治市教育局新建学校5所。", &hints("惠州市2020.txt"));
    assert_eq!((found.place_path(), found.year.as_ref().map(|year| year.value)), (Some("山西省/长治市"), Some(2021)));
    assert_eq!(meta("全市有学校5所。", &hints("大同云州区.txt")).place_path(), Some("山西省/大同市/云州区"));
}

#[test]
fn a_person_wins() {
    let hints = Hints {
        title: Some("甲".to_owned()),
        place: Some("大同市/云州区".to_owned()),
        year: Some(1999),
        kind: Some(ReportKind::Plan),
        published: Some("2001-02-03".to_owned()),
        quality: Some(SourceQuality::Official),
        sample: true,
        ..Hints::default()
    };
    let found = meta("吕梁市2023年教育工作总结\n本文来自网络\n全市有学校5所。", &hints);
    assert_eq!((found.title.as_str(), found.kind, found.quality, found.sample), ("甲", ReportKind::Plan, SourceQuality::Official, true));
    assert_eq!(found.place.map(|place| (place.value.path, place.origin)), Some(("山西省/大同市/云州区".to_owned(), Origin::Corrected)));
    assert_eq!(found.year, Some(Inferred::new(1999, Origin::Corrected)));
    assert_eq!(found.published, Some(Inferred::new("2001-02-03".to_owned(), Origin::Corrected)));
    let hints = Hints { place: Some("甲省/乙市".to_owned()), ..Hints::default() };
    let place = meta("吕梁市", &hints).place.unwrap().value;
    assert_eq!((place.path.as_str(), place.code, place.level), ("甲省/乙市", None, Level::City));
}

#[test]
fn plan_review_or_both() {
    let kind = |text: &str| meta(text, &Hints::default()).kind;
    assert_eq!(kind("甲市2024年教育工作要点\n新建学校5所。"), ReportKind::Plan);
    assert_eq!(kind("甲市2024年教育工作总结\n新建学校5所，招聘教师9人。"), ReportKind::Review);
    assert_eq!(kind("甲市教育统计公报\n有学校5所。"), ReportKind::Review);
    assert_eq!(kind("政府工作报告\n一、工作回顾\n新建学校5所，改扩建9所。\n二、下一步工作\n新建学校5所，改扩建9所。"), ReportKind::Mixed);
}

#[test]
fn publication_and_its_quality() {
    let about = |text: &str| {
        let meta = meta(text, &Hints::default());
        (meta.quality, meta.publisher.unwrap_or_default(), meta.published.map(|date| date.value).unwrap_or_default())
    };
    let body = "全市新建公办幼儿园4所，改扩建中小学19所，群众满意程度提高。";
    for (text, quality, publisher, published) in [
        (format!("甲\n发布日期：2024-01-05 来源：大同市教育局\n{body}"), SourceQuality::Official, "大同市教育局", "2024-01-05"),
        (format!("甲\n来源：山西日报 时间：2024年1月5日\n{body}"), SourceQuality::Newspaper, "山西日报", "2024-01-05"),
        (format!("甲\n中国发展网讯，{body}\n责任编辑：某人"), SourceQuality::Newspaper, "中国发展网", ""),
        (format!("甲\n{body}校长某某说：“很好。”"), SourceQuality::Newspaper, "", ""),
        (format!("{body}\n本文来自网络，转载请注明出处"), SourceQuality::Repost, "", ""),
        (format!("落实立德庶人任务。{body}\n本文来自网络"), SourceQuality::Reworded, "", ""),
        (format!("{body}\n大同市教育局\n2024年1月5日"), SourceQuality::Official, "大同市教育局", "2024-01-05"),
        (format!("甲\n日期：2024-13-45\n{body}"), SourceQuality::Unknown, "", ""),
        (body.to_owned(), SourceQuality::Unknown, "", ""),
    ] {
        assert_eq!(about(&text), (quality, publisher.to_owned(), published.to_owned()), "{text}");
    }
}

#[test]
fn any_cut_of_a_text_is_read() {
    let text = "吕梁市2021—2022学年教育工作总结（试行）\n发布日期：2024-1-5 来源：\n2022年，长治市教育局赴北京\u{3000}学习，确保2025年底前。\n大同市教育局\n2024年1月5日";
    let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    for (index, &start) in boundaries.iter().enumerate() {
        for &end in boundaries[index..].iter().step_by(5) {
            let meta = meta(&text[start..end], &Hints::default());
            if let Some(Inferred { origin: Origin::Stated(span) | Origin::FromContext(span), .. }) = meta.place {
                assert!(!span.of(&text[start..end]).is_empty());
            }
        }
    }
}
