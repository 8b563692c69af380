using FsCheck;
using FsCheck.Fluent;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Tests.People;

public sealed class SearchKeyTests
{
    [Theory]
    [InlineData("Zoë  Ångström", "zoe angstrom")]
    [InlineData("  Sue\tMiller ", "sue miller")]
    [InlineData("İpek", "ipek")]
    [InlineData("小林 さくら", "小林 さくら")]
    [InlineData("O'Brien-Li", "o'brien-li")]
    [InlineData("Pat O’Neil", "pat o'neil")]
    [InlineData("Pat O´Neil", "pat o'neil")]
    [InlineData("Pat O`Neil", "pat o'neil")]
    [InlineData("O’Brien–Li", "o'brien-li")]
    [InlineData(" \u00A0", "")]
    public void Names_are_found_whatever_their_case_accents_and_spacing(string name, string key) => Assert.Equal(key, SearchKey.Of(name));

    [Fact]
    public void A_key_is_its_own_key_and_no_text_is_refused() => Prop
        .ForAll<NonNull<string>>(text => SearchKey.Of(SearchKey.Of(text.Get)) == SearchKey.Of(text.Get))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_key_fits_its_column_however_long_its_name_unfolds()
    {
        // This one ligature is eighteen letters and spaces in its compatibility form.
        var key = SearchKey.Of(new string('\uFDFA', 200));

        Assert.InRange(key.Length, SearchKey.Longest - 1, SearchKey.Longest);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_trouble() => Assert.Equal("a\uFFFDb", SearchKey.Of("A\uD800B"));
}
