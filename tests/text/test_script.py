"""Where a text is from."""

import pytest

from pressparse.lexicon import read_rows, read_words
from pressparse.text.script import convert_script, find_region, to_analysis

STANDARD = "".join(
    bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)
)


@pytest.mark.parametrize(
    ("words", "region"),
    [
        ("全市营业收入12亿元", "CN"),
        ("全澳公屋3万个,经屋7000个", "MO"),
        ("首三季收入898亿元,同比多3.3%,总值3013亿澳门元", "MO"),
        ("计划从112年7月上路,每月68万人", "TW"),
        ("115年度预算编列95亿元", "TW"),
        ("跨越115年的老桥重新开放", "CN"),
        ("本席请教部长,明年预算是63亿喔,县市怎么分", "TW"),
        ("楼宇维修动用公帑8亿元,轮候时间5年", "HK"),
        ("新收费实施咗十八日,边类病人少咗", "HK"),
        ("行政长官今日向立法会宣读预算案,盈余约120亿元", "HK"),
        ("行政长官向立法会引介,澳门经济复苏,博彩毛收入1700亿元", "MO"),
        ("行政长官访问澳门,其后返回香港,本港上月录得通胀2.1%", "HK"),
        ("香港旅客占18.5%,博彩税收及批给收入另计,澳门失业率1.9%", "MO"),
        ("澎湖与金门的渔民,罚款123万", "TW"),
        ("新加坡人申请组屋,津贴8万元", "SG"),
        ("平台中小企业12万家,一台北京牌货车", "CN"),
        ("发展局局长答复,拨款4亿元", "HK"),
        ("环境局局长答复,每天1000公吨", "HK"),
        ("运往堆填区的厨余,拨款4亿元", "HK"),
        ("政府在主体答复中表示,拨款4亿元", "HK"),
    ],
)
def test_region_by_words_of_the_place(words: str, region: str) -> None:
    """Money, institutions, years of an era and signs of a spoken language; without any the mainland."""
    assert find_region(words) == region


def test_foreign_money_in_simplified_script() -> None:
    """A mainland company that pays its dividend in Hong Kong dollars is none of Hong Kong."""
    words = "全年营业收入52亿元,中期每股派息0.85港元"
    assert (find_region(words, simplified=True), find_region(words)) == ("CN", "HK")


def test_places_in_simplified_script() -> None:
    """The mainland names the places of others: there they tell nothing."""
    words = "台北市、澳门和香港的游客每人消费800元"
    assert (find_region(words, simplified=True), find_region("香港的游客每人消费800元")) == ("CN", "HK")


def test_fiscal_years_in_simplified_script() -> None:
    """Hong Kong's own simplified pages write fiscal years as no mainland page does."""
    words = "二零一二/一三年度的单位成本为3万元,预留七亿港元"
    assert (find_region(words, simplified=True), find_region("2012年度的单位成本", simplified=True)) == ("HK", "CN")


def test_offices_in_simplified_script() -> None:
    """Offices that only Hong Kong has tell in either script."""
    assert find_region("劳工及福利局局长会见传媒,津贴4000元", simplified=True) == "HK"


@pytest.mark.parametrize(
    ("words", "region"),
    [
        ("与传媒谈话,单位成本3万元", "HK"),
        ("专上学生津贴3万元", "HK"),
        ("民政事务局答复,津贴3万元", "HK"),
        ("生态环境局局长介绍,罚款3万元", "CN"),
        ("专上教育开支3亿元", "HK"),
        ("专上院校学额3万个", "HK"),
        ("自资专上课程学费3万元", "HK"),
        ("二○一七/一八年度拨款3亿元", "HK"),
        ("社屋每个单位造价40万元", "MO"),
        ("立法议员质询,造价40万元", "MO"),
        ("经屋单位造价40万元", "MO"),
        ("本澳住户20万户", "MO"),
        ("拨款30亿元应对冠病", "SG"),
    ],
)
def test_names_of_things_in_simplified_script(words: str, region: str) -> None:
    """What only one place calls so tells in either script."""
    assert find_region(words, simplified=True) == region


def test_speech_in_simplified_script() -> None:
    """民众 and 国道 are said on the mainland too: how people speak tells only in traditional script."""
    words = "国道通车,民众出行方便,投资20亿元"
    assert (find_region(words, simplified=True), find_region(words)) == ("CN", "TW")


def test_what_is_written_in_the_standard_is_left_to_itself() -> None:
    """OpenCC changes no character of the standard, and no two beside a sign, that shared_forms.tsv does not have."""
    forms = read_words("shared_forms")
    signs = {row["sign"] for row in read_rows("shared_forms")}
    pairs = (pair for sign in signs for each in STANDARD for pair in (sign + each, each + sign))
    texts = [*STANDARD, *pairs]
    converted = convert_script("\n".join(texts), "hans").split("\n")
    changed = {text for text, other in zip(texts, converted, strict=True) if text != other}
    assert {text for text in changed if not any(form in text for form in forms)} == set()
    assert [form for form in forms if to_analysis(form) == form] == []


@pytest.mark.parametrize("text", ["沈大同", "土坏", "皇后", "皇後", "重覆——2·5%", "堃", "增長", "藉寇兵", "沈着"])
def test_short_texts_are_what_conversion_says(text: str) -> None:
    """Whether OpenCC is asked or not, the analysis text is what it makes of a text."""
    assert to_analysis(text) == convert_script(text, "hans")
