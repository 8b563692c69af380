using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Imports;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>
/// Parses rows of a roster. A row needs an address and a name. Any other invalid cell is reported, and the row is read without it.
/// </summary>
internal sealed class RosterRowParser(RosterOptions options)
{
    private const int LongestName = 200;
    private const int LongestEmail = 254;
    private const int LongestId = 100;

    private static readonly SearchValues<char> notInAddresses = SearchValues.Create(" <>\"():;,[]\\");

    private static readonly FrozenSet<string> active =
        FrozenSet.Create(StringComparer.Ordinal, "active", "employed", "current", "on leave", "onboarding", "probation");

    private static readonly FrozenSet<string> left =
        FrozenSet.Create(StringComparer.Ordinal, "inactive", "terminated", "leaver", "left", "former", "resigned", "dismissed", "retired");

    /// <summary>Parses a row.</summary>
    /// <returns>The row, or null when it can't be imported, and every fault in it.</returns>
    public (RosterRow? Row, string Faults) Read(CsvRow csv)
    {
        var faults = new List<string>();
        var email = ReadEmail(csv, faults);
        var name = ReadName(csv, RosterColumns.Name, faults);
        if (RosterCell.Clean(csv[RosterColumns.Name]).Length == 0)
        {
            faults.Add("The name is missing.");
        }

        var isRow = faults.Count == 0;
        var row = new RosterRow
        {
            Line = csv.Line,
            Email = options.Today(email),
            Name = name ?? "",
            Department = ReadName(csv, RosterColumns.Department, faults),
            DepartmentId = ReadId(csv, RosterColumns.DepartmentId, faults),
            Manager = ReadManager(csv),
            TimeZone = Optional(csv["time_zone"], IanaTimeZone.Find, "is no time zone; write it like Europe/Zurich", faults),
            Locale = Optional(csv["locale"], LocaleOf, "is no language; write it like en-GB", faults),
            WorkingHours = Optional(
                csv["working_hours"],
                text => WorkingHours.Parse(text)?.ToString(),
                "are no working hours; write them like 08:00-16:30",
                faults),
            StartedOn = ReadDay(csv, faults),
            HasLeft = ReadStatus(csv, faults),
            Accounts = [.. RosterColumns.Accounts
                .Select(column => (column[..^RosterColumns.AccountSuffix.Length], Id: ReadId(csv, column, faults)))
                .Where(account => account.Id is not null)
                .Select(account => (account.Item1, account.Id!))],
        };
        if (!isRow)
        {
            return (null, string.Join(' ', faults));
        }

        return (row, faults.Count == 0 ? "" : $"{string.Join(' ', faults)} I took the row without that.");
    }

    private string ReadManager(CsvRow csv)
    {
        var text = RosterCell.Clean(csv[RosterColumns.Manager]);
        return text.Contains('@', StringComparison.Ordinal) ? options.Today(RosterCell.Address(text)) : text;
    }

    private static string ReadEmail(CsvRow csv, List<string> faults)
    {
        var email = RosterCell.Address(csv[RosterColumns.Email]);
        if (email.Length == 0)
        {
            faults.Add("The e-mail is missing.");
        }
        else if (!IsAddress(email))
        {
            faults.Add($"\"{csv[RosterColumns.Email]}\" is no e-mail address.");
        }

        return email;
    }

    private static bool IsAddress(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < email.Length - 1 && email.LastIndexOf('@') == at && email.Length <= LongestEmail
            && !email.AsSpan().ContainsAny(notInAddresses) && email[at + 1] != '.' && email[^1] != '.';
    }

    /// <summary>Reads a name; null when the cell is empty or invalid.</summary>
    private static string? ReadName(CsvRow csv, string column, List<string> faults)
    {
        var text = RosterCell.Clean(csv[column]);
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Length > LongestName || SearchKey.Of(text) is not { Length: > 0 and <= LongestName })
        {
            faults.Add($"The {column} is too long or has no letters; at most {LongestName} characters.");
            return null;
        }

        return text;
    }

    private static string? ReadId(CsvRow csv, string column, List<string> faults) => Optional(
        csv[column], text => text.Length <= LongestId ? text : null, $"is too long for {column}; at most {LongestId} characters", faults);

    private static bool ReadStatus(CsvRow csv, List<string> faults)
    {
        var status = RosterCell.Clean(csv[RosterColumns.Status]).ToLowerInvariant();
        if (status.Length > 0 && !active.Contains(status) && !left.Contains(status))
        {
            faults.Add($"\"{csv[RosterColumns.Status]}\" is no status; write active, inactive, terminated or leaver.");
        }

        return left.Contains(status);
    }

    private DateOnly? ReadDay(CsvRow csv, List<string> faults)
    {
        var text = RosterCell.Clean(csv["start_date"]);
        var day = RosterDate.Read(text, options.Dates);
        if (day is null && text.Length > 0)
        {
            faults.Add(options.Dates is null
                ? $"\"{text}\" is no date like 2026-03-31. If the file writes 31/03/2026, add --dates dmy; for 03/31/2026, --dates mdy."
                : $"\"{text}\" is no date.");
        }

        return day;
    }

    private static string? Optional(string cell, Func<string, string?> read, string fault, List<string> faults)
    {
        var text = RosterCell.Clean(cell);
        if (text.Length == 0)
        {
            return null;
        }

        if (read(text) is { } known)
        {
            return known;
        }

        faults.Add($"\"{text}\" {fault}.");
        return null;
    }

    private static string? LocaleOf(string text)
    {
        try
        {
            return CultureInfo.GetCultureInfo(text.Replace('_', '-'), predefinedOnly: true).Name;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
