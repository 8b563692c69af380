using System.IO.Compression;
using System.Text;
using RelateBot.Infrastructure.Roster.Csv;
using RelateBot.Infrastructure.Tests.Imports;

namespace RelateBot.Infrastructure.Tests.Roster;

/// <summary>Rosters in the formats that real systems write.</summary>
public sealed class RosterFormatTests : RosterFixture
{
    private const string Digits = "0123456789012345678901234567890123456789";
    private const string LongId = $"{Digits}{Digits}{Digits}";

    [Theory]
    [InlineData("email,name,department,,,\nsue@x.org,Sue,IT,,,\n")]
    [InlineData("Email address;Full name;Dept\nsue@x.org;Sue;IT\n")]
    [InlineData("Work Email\tName\tDepartment\nsue@x.org\tSue\tIT\n")]
    [InlineData("E-Mail,Display Name,Department Name\n<sue@x.org>,Sue,IT\n")]
    [InlineData("email,name,department\nmailto:Sue@x.org,Sue,IT\n")]
    [InlineData("email,name,department\nSue Summers <sue@x.org>,Sue,IT\n")]
    [InlineData("email,name,department\nsue@x.org,\"  Sue\u200B \n\",\u200BIT\n,,\n")]
    public async Task It_is_understood(string file)
    {
        var run = await ImportAsync(file);

        Assert.Empty(run.Faults);
        Assert.Equal("Sue", (await PersonAsync("sue@x.org")).Name);
        Assert.Equal(["IT"], await DepartmentsAsync());
    }

    [Fact]
    public async Task A_workbook_is_read_with_its_dates()
    {
        var run = await ImportRun.OfRosterAsync(
            Store,
            Workbook(["Work Email", "Name", "Department", "Start date"], ["sue@x.org", "Sue", "IT", "45382"]));

        Assert.Empty(run.Faults);
        Assert.Equal(new DateOnly(2024, 3, 31), (await PersonAsync("sue@x.org")).StartedOn);
    }

    [Theory]
    [InlineData("2024-03-31", null)]
    [InlineData("45382", null)]
    [InlineData("2024-03-31T00:00:00", null)]
    [InlineData("31/03/2024", DateOrder.DayFirst)]
    [InlineData("31.3.2024", DateOrder.DayFirst)]
    [InlineData("3/31/2024", DateOrder.MonthFirst)]
    public async Task Dates_are_ISO_serial_numbers_or_in_the_order_that_was_said(string date, DateOrder? order)
    {
        await ImportAsync($"email,name,department,hire date\nsue@x.org,Sue,IT,{date}\n", new RosterOptions { Dates = order });

        Assert.Equal(new DateOnly(2024, 3, 31), (await PersonAsync("sue@x.org")).StartedOn);
    }

    [Theory]
    [InlineData("start_date", "31/03/2024", "--dates dmy")]
    [InlineData("time_zone", "Mars/Olympus", "Mars/Olympus")]
    [InlineData("locale", "xx-nonsense-yy", "xx-nonsense-yy")]
    [InlineData("working_hours", "early", "early")]
    [InlineData("status", "dancing", "dancing")]
    [InlineData("department_id", LongId, "department_id")]
    public async Task An_optional_cell_at_fault_is_told_and_the_row_is_taken_without_it(string column, string cell, string told)
    {
        var run = await ImportAsync($"email,name,department,{column}\nsue@x.org,Sue,IT,{cell}\n");

        Assert.Contains(told, Assert.Single(run.Faults).Reason, StringComparison.Ordinal);
        Assert.Equal("Sue", (await PersonAsync("sue@x.org")).Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("NULL")]
    [InlineData("N/A")]
    [InlineData("None")]
    [InlineData("-")]
    public async Task Words_that_mean_nothing_are_empty_and_a_person_without_a_department_is_in(string nothing)
    {
        var run = await ImportAsync($"email,name,department,manager,time_zone\nsue@x.org,Sue,{nothing},{nothing},{nothing}\n");

        Assert.Empty(run.Faults);
        Assert.Null((await PersonAsync("sue@x.org")).DepartmentId);
        Assert.Empty(await DepartmentsAsync());
    }

    [Theory]
    [InlineData("<sue@x.org")]
    [InlineData("sue@x.org;mark@x.org")]
    [InlineData("sue")]
    [InlineData("N/A")]
    public async Task What_is_no_address_refuses_the_row(string email)
    {
        var run = await ImportAsync($"email,name,department\n{email},Sue,IT\n");

        Assert.Single(run.Faults);
        Assert.Empty(await ActiveAsync());
    }

    [Fact]
    public async Task A_zero_width_space_makes_no_second_department()
    {
        await ImportAsync("email,name,department\na@x.org,A,IT\nb@x.org,B,I\u200BT\nc@x.org,C,I\u200CT\n");

        Assert.Single(await DepartmentsAsync());
    }

    [Fact]
    public async Task A_manager_may_be_named_and_two_of_one_name_are_told()
    {
        var run = await ImportAsync(
            "email,name,department,Manager\nines@x.org,Ines Keller,IT,\nsue@x.org,Sue,IT,ines keller\nb@x.org,Bo,IT,\n"
                + "c@x.org,Bo,IT,\nd@x.org,Di,IT,Bo\n");

        Assert.Equal((await PersonAsync("ines@x.org")).Id, (await PersonAsync("sue@x.org")).ManagerId);
        Assert.Contains("Several people", Assert.Single(run.Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_tells_the_difference_and_writes_nothing()
    {
        await ImportAsync("email,name,department,manager\nsue@x.org,Sue,IT,\nmark@x.org,Mark,Sales,\n");

        var run = await ImportAsync(
            "email,name,department,manager\nsue@x.org,Sue,Sales,raj@x.org\nraj@x.org,Raj,Legal,\n",
            new RosterOptions { IsDryRun = true, IsComplete = true });

        Assert.Equal(
            """
            + department Legal
            - Mark <mark@x.org> is switched off
            + Raj <raj@x.org>, Legal
            ~ Sue <sue@x.org>: department IT → Sales, manager none → Raj
            """.ReplaceLineEndings("\n"),
            string.Join('\n', run.Report.Differences));
        Assert.Contains(run.Report.Notices, notice => notice.Contains("--force", StringComparison.Ordinal));
        Assert.Equal(["mark@x.org", "sue@x.org"], (await ActiveAsync()).Select(person => person.Email));
        Assert.Equal(["IT", "Sales"], await DepartmentsAsync());
    }

    /// <summary>The smallest workbook: one sheet, with digits as numbers and everything else as text.</summary>
    private static byte[] Workbook(params string[][] rows)
    {
        const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var cells = string.Concat(rows.Select((row, line) => $"<row r=\"{line + 1}\">" + string.Concat(row.Select((cell, column) =>
            cell.All(char.IsAsciiDigit)
                ? $"<c r=\"{(char)('A' + column)}{line + 1}\"><v>{cell}</v></c>"
                : $"<c r=\"{(char)('A' + column)}{line + 1}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>")) + "</row>"));
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
                + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            Put("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + $"<Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Put("xl/workbook.xml", $"<workbook xmlns=\"{Namespace}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"People\" sheetId=\"1\" "
                + "r:id=\"r1\"/></sheets></workbook>");
            Put("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + $"<Relationship Id=\"r1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Put("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Namespace}\"><sheetData>{cells}</sheetData></worksheet>");

            void Put(string name, string content)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), Encoding.UTF8);
                writer.Write($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{content}");
            }
        }

        return file.ToArray();
    }
}
