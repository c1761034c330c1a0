using System.Text;
using static IncidentBot.Domain.Tests.Incidents.ChannelNameRules;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class ChannelNameScriptTests
{
    private static readonly (int First, int Last)[] Blocks =
    [
        (0x00, 0x7f), (0x80, 0x24f), (0x300, 0x36f), (0x370, 0x52f), (0x590, 0x6ff), (0x900, 0xdff), (0x1e00, 0x1fff),
        (0x2000, 0x27bf), (0x3000, 0x30ff), (0x4e00, 0x4fff), (0xac00, 0xadff), (0xd800, 0xdfff), (0xf900, 0xffff),
        (0x1d400, 0x1d7ff), (0x1f300, 0x1faff), (0xe0000, 0xe01ef), (0x10ff00, 0x10ffff),
    ];

    [Theory]
    [InlineData("Störung: Grüße aus Übersee, Maß & Größe", "inc-7-storung-grusse-aus-ubersee-mass-grosse")]
    [InlineData("STRAẞE GESPERRT", "inc-7-strasse-gesperrt")]
    [InlineData("Żółta gęś jęczy: źdźbło", "inc-7-zolta-ges-jeczy-zdzblo")]
    [InlineData("Şifre değişikliği çalışmıyor", "inc-7-sifre-degisikligi-calismiyor")]
    [InlineData("İSTANBUL'DA DİKKAT IŞIK", "inc-7-istanbulda-dikkat-isik")]
    [InlineData("Déjà vu à l'été, œuvre", "inc-7-deja-vu-a-lete-oeuvre")]
    [InlineData("Ærø, Þór, ålen, đakovo, ħobż", "inc-7-aero-thor-alen-dakovo-hobz")]
    [InlineData("Lỗi thanh toán", "inc-7-loi-thanh-toan")]
    public void Latin_letters_lose_their_marks(string title, string name) => Assert.Equal(name, Valid(7, title));

    [Theory]
    [InlineData("Касса не работает", "inc-7-kassa-ne-rabotaet")]
    [InlineData("ЙОД, ёлка, объявление, хлеб", "inc-7-yod-elka-obyavlenie-khleb")]
    [InlineData("Большая очередь в объезд", "inc-7-bolshaya-ochered-v-obezd")]
    [InlineData("Щука и жаба чешут юг этой шеи цаплей", "inc-7-shchuka-i-zhaba-cheshut-yug-etoy-shei-tsapley")]
    [InlineData("Київ: їжак і ґанок, Європа", "inc-7-kiyiv-yizhak-i-ganok-yevropa")]
    [InlineData("об\u02bcєкт і п’ять м'ят", "inc-7-obyekt-i-pyat-myat")]
    public void Cyrillic_is_spelled_in_Latin_letters(string title, string name) => Assert.Equal(name, Valid(7, title));

    [Theory]
    [InlineData("Η πληρωμή απέτυχε", "inc-7-i-pliromi-apetyche")]
    [InlineData("ΘΕΡΜΌΣ ΨΥΧΉΣ ΊΣΩΣ", "inc-7-thermos-psychis-isos")]
    [InlineData("ξένος ζυγός, δύο βήτα", "inc-7-xenos-zygos-dyo-vita")]
    public void Greek_is_spelled_in_Latin_letters(string title, string name) => Assert.Equal(name, Valid(7, title));

    [Theory]
    [InlineData("ＡＰＩ　１２", "inc-7-api-12")]
    [InlineData("𝐇𝐞𝐥𝐥𝐨 ⓌⓄⓇⓁⒹ", "inc-7-hello-world")]
    [InlineData("ﬁle №5, ½ of 10㎏ at 3K, Ⅳ", "inc-7-file-no5-1-2-of-10kg-at-3k-iv")]
    public void Letters_in_fancy_dress_are_undressed(string title, string name) => Assert.Equal(name, Valid(7, title));

    [Theory]
    [InlineData("Київ, ёж, йод")]
    [InlineData("Größe élan Żółć İI")]
    [InlineData("ΘΕΡΜΌΣ ΐ")]
    public void Composed_or_decomposed_as_some_machines_send_it_the_name_is_the_same(string title) =>
        Assert.Equal(Valid(7, title.Normalize(NormalizationForm.FormC)), Valid(7, title.Normalize(NormalizationForm.FormD)));

    [Fact]
    public void Every_Latin_letter_with_marks_is_spelled_as_the_letter_without()
    {
        var letters = Enumerable.Range(0xc0, 0x190).Concat(Enumerable.Range(0x1e00, 0x100)).Select(code => ((char)code).ToString());
        foreach (var letter in letters)
        {
            var bare = letter.Normalize(NormalizationForm.FormKD)[0];
            if (char.IsAsciiLetter(bare))
                Assert.StartsWith($"inc-7-x{char.ToLowerInvariant(bare)}", Valid(7, $"x{letter}x"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_letter_and_no_error()
    {
        var (high, low) = ((char)0xd83d, (char)0xde00);
        Assert.Equal("inc-7-a-b", Valid(7, $"a{high}b"));
        Assert.Equal("inc-7-a-b", Valid(7, $"a{low}b"));
        Assert.Equal("inc-7-a-b", Valid(7, $"a{low}{high}b"));
        Assert.Equal("inc-7", Valid(7, $"{high}"));
    }

    [Fact]
    public void A_code_that_is_no_character_is_no_letter_and_no_error()
    {
        foreach (var code in new[] { 0xfffe, 0xffff, 0xfdd0, 0x1fffe, 0x10ffff })
            Assert.Equal("inc-7-a-b", Valid(7, $"a{char.ConvertFromUtf32(code)}b"));
    }

    [Fact]
    public void Any_title_in_any_mixture_of_scripts_gives_a_name() => Seeds.Each(3_000, random =>
    {
        var title = new StringBuilder();
        var length = random.OneOf([0, 1, 2, 10, 74, 80, 200, 3_000]);
        var block = random.OneOf(Blocks);
        while (title.Length < length)
        {
            if (random.Next(8) == 0)
                block = random.OneOf(Blocks);
            var code = random.Next(block.First, block.Last + 1);
            title.Append(code <= char.MaxValue ? ((char)code).ToString() : char.ConvertFromUtf32(code));
        }

        Valid(random.OneOf([1, 7, 123, 99_999, int.MaxValue]), title.ToString(), random.OneOf([1, 1, 2, 9, 10, 99, 100, 999]));
    });
}
