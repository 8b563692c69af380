using System.Text;
using RelateBot.Infrastructure.Exports;

namespace RelateBot.Infrastructure.Tests.Exports;

public sealed class SpreadsheetWriterTests
{
    [Fact]
    public void A_file_is_UTF_8_with_a_mark_and_every_text_stands_in_quotes()
    {
        var file = SpreadsheetWriter.ToBytes([["name", "helps"], ["Zoë \"Z\"", "7"]]);

        Assert.Equal([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("\"name\",\"helps\"\r\n\"Zoë \"\"Z\"\"\",7\r\n")], file);
    }

    [Theory]
    [InlineData("=1+2", "'=1+2")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("\r=1", "'\r'=1")]
    [InlineData(" =1", " '=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a;=1+2", "a;'=1+2")]
    [InlineData("a; \"=1+2", "a; \"\"'=1+2")]
    [InlineData("a\n@x", "a\n'@x")]
    [InlineData("a\t-1", "a\t'-1")]
    [InlineData("a=b, c-d@e", "a=b, c-d@e")]
    [InlineData("2026-10-01", "2026-10-01")]
    public void No_text_becomes_a_formula_whatever_separates_the_readers_cells(string text, string written)
    {
        var file = Encoding.UTF8.GetString(SpreadsheetWriter.ToBytes([["x", text]]));

        Assert.Equal($"\uFEFF\"x\",\"{written}\"\r\n", file);
    }
}
