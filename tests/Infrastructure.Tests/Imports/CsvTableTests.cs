using System.Text;
using RelateBot.Infrastructure.Imports;

namespace RelateBot.Infrastructure.Tests.Imports;

public sealed class CsvTableTests
{
    [Fact]
    public async Task Rows_are_read_whatever_the_mark_the_case_of_the_header_and_the_order_of_columns()
    {
        byte[] content = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("NAME, Email \r\nZoë,zoe@example.org\r\n")];

        var (rows, faults) = await ReadAsync(content);

        Assert.Empty(faults);
        Assert.Equal(("Zoë", "zoe@example.org", 2), (rows[0]["name"], rows[0]["email"], rows[0].Line));
    }

    [Fact]
    public async Task A_quoted_cell_may_hold_commas_quotes_and_line_breaks_and_lines_are_counted_on()
    {
        var (rows, faults) = await ReadAsync("email,name\na@x.org,\"He said \"\"yes, of course\"\"\nand left\"\n\nb@x.org,Bo\n");

        Assert.Empty(faults);
        Assert.Equal("He said \"yes, of course\"\nand left", rows[0]["name"]);
        Assert.Equal([2, 5], rows.Select(row => row.Line));
    }

    [Fact]
    public async Task A_row_that_ends_early_has_empty_cells()
    {
        var (rows, faults) = await ReadAsync("email,name\na@x.org\n");

        Assert.Empty(faults);
        Assert.Equal("", Assert.Single(rows)["name"]);
    }

    [Fact]
    public async Task Rows_at_fault_are_told_by_line_and_the_others_are_read()
    {
        var (rows, faults) = await ReadAsync("email,name\na@x.org,A,too much\nb@x.org,B\nc@x.org,5\" disk\n\"d@x.org\"tail,D\ne@x.org,E\n");

        Assert.Equal([2, 4, 5], faults.Select(fault => fault.Line));
        Assert.Equal(["B", "E"], rows.Select(row => row["name"]));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_told_and_nothing_is_made_of_the_rest()
    {
        var (rows, faults) = await ReadAsync("email,name\na@x.org,A\nb@x.org,\"B\nc@x.org,C\n");

        Assert.Single(rows);
        Assert.Equal(3, Assert.Single(faults).Line);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_does_not_swallow_a_large_file_into_memory()
    {
        var text = new StringBuilder("email,name\na@x.org,A\nb@x.org,\"B\n");
        for (var i = 0; i < 20_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"c{i}@example.org,Somebody\n");
        }

        var (rows, faults) = await ReadAsync(text.ToString());

        Assert.Single(rows);
        Assert.Equal(3, Assert.Single(faults).Line);
        Assert.Contains("closing quote", faults[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_make_their_row_of_a_UTF_8_file_bad_and_no_other()
    {
        byte[] content = [.. "email,name\na@x.org,Zo"u8, 0xEB, .. "\nb@x.org,Zoë\n"u8];

        var (rows, faults) = await ReadAsync(content);

        Assert.Equal("Zoë", Assert.Single(rows)["name"]);
        Assert.Equal(2, Assert.Single(faults).Line);
    }

    [Theory]
    [InlineData(';', "semicolons")]
    [InlineData('\t', "tabs")]
    [InlineData('|', "vertical bars")]
    public async Task Another_separator_is_found_and_told(char separator, string name)
    {
        var text = "email,name\na@x.org,\"A, B\"\n".Replace(',', separator);
        var (rows, notices) = await ReadWithNoticesAsync(Encoding.UTF8.GetBytes(text));

        Assert.Equal($"A{separator} B", Assert.Single(rows)["name"]);
        Assert.Contains(name, Assert.Single(notices), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public async Task Another_encoding_is_found_and_told(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes("email,name\nzoe@x.org,Zoë\n")];

        var (rows, notices) = await ReadWithNoticesAsync(content);

        Assert.Equal("Zoë", Assert.Single(rows)["name"]);
        Assert.Contains("isn't UTF-8", Assert.Single(notices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_columns_at_the_end_are_no_columns()
    {
        var (rows, faults) = await ReadAsync("email,name,,,\na@x.org,A,,,\nb@x.org,B,,,,,,\n");

        Assert.Empty(faults);
        Assert.Equal(["A", "B"], rows.Select(row => row["name"]));
    }

    [Theory]
    [InlineData("", "email, name")]
    [InlineData("email\n", "lacks name")]
    [InlineData("e-mail;surname\n", "It names: e-mail, surname")]
    [InlineData("email,name,email\n", "twice")]
    public async Task A_header_that_is_not_the_one_refuses_the_file(string content, string reason)
    {
        var refused = await Assert.ThrowsAsync<ImportFileException>(() => ReadAsync(content));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused_with_its_name() =>
        Assert.Contains(
            "nowhere.csv",
            Assert.Throws<ImportFileException>(() => CsvTable.Open("nowhere.csv", ["email"], [])).Message,
            StringComparison.Ordinal);

    private static Task<(List<CsvRow> Rows, List<RowFault> Faults)> ReadAsync(string content) => ReadAsync(Encoding.UTF8.GetBytes(content));

    private static Task<(List<CsvRow> Rows, List<RowFault> Faults)> ReadAsync(byte[] content) => ImportRun.WithFileAsync(content, path =>
    {
        using var table = CsvTable.Open(path, ["email", "name"], []);
        var faults = new List<RowFault>();
        return Task.FromResult((table.Rows(faults.Add).ToList(), faults));
    });

    private static Task<(List<CsvRow> Rows, IReadOnlyList<string> Notices)> ReadWithNoticesAsync(byte[] content) =>
        ImportRun.WithFileAsync(content, path =>
        {
            using var table = CsvTable.Open(path, ["email", "name"], []);
            return Task.FromResult((table.Rows(fault => Assert.Fail(fault.Reason)).ToList(), table.Notices));
        });
}
