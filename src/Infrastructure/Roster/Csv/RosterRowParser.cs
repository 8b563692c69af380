using System.Collections.Immutable;
using System.Globalization;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Imports;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>Parses rows of roster.csv.</summary>
internal static class RosterRowParser
{
    public const string Manager = "manager_email";

    private const string AccountColumn = "_user_id";
    private const int LongestName = 200;
    private const int LongestEmail = 254;
    private const int LongestAccount = 100;

    public static readonly ImmutableArray<string> Required = ["email", "name", "department"];

    public static readonly ImmutableArray<string> Optional = [
        Manager,
        "time_zone",
        "locale",
        "working_hours",
        "start_date",
        .. AccountColumns
    ];

    /// <summary>Account columns: a platform's name followed by <c>_user_id</c>.</summary>
    private static ImmutableArray<string> AccountColumns => ["slack" + AccountColumn, "teams" + AccountColumn];

    /// <summary>Parses a row.</summary>
    /// <returns>The row, or null and every fault in it.</returns>
    public static (RosterRow? Row, string Faults) Read(CsvRow csv)
    {
        var faults = new List<string>();
        var row = new RosterRow
        {
            Line = csv.Line,
            Email = ReadEmail(csv["email"], faults),
            Name = ReadName(csv["name"], "name", faults),
            Department = ReadName(csv["department"], "department", faults),
            ManagerEmail = csv[Manager].ToLowerInvariant(),
            TimeZone = ReadTimeZone(csv["time_zone"], faults),
            Locale = ReadLocale(csv["locale"], faults),
            WorkingHours = ReadWorkingHours(csv["working_hours"], faults),
            StartedOn = ReadDay(csv["start_date"], faults),
            Accounts = [.. AccountColumns
                .Where(column => csv[column].Length > 0)
                .Select(column => (column[..^AccountColumn.Length], csv[column]))],
        };
        if (row.Accounts.Any(account => account.ExternalId.Length > LongestAccount))
        {
            faults.Add($"An account id is longer than {LongestAccount} characters.");
        }

        return faults.Count == 0 ? (row, "") : (null, string.Join(' ', faults));
    }

    private static string ReadEmail(string text, List<string> faults)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at == text.Length - 1 || text.LastIndexOf('@') != at || text.Length > LongestEmail || text.Any(char.IsWhiteSpace))
        {
            faults.Add(text.Length == 0 ? "The e-mail is missing." : $"\"{text}\" is no e-mail address.");
        }

        return text.ToLowerInvariant();
    }

    private static string ReadName(string text, string column, List<string> faults)
    {
        if (SearchKey.Of(text) is not { Length: > 0 and <= LongestName } || text.Length > LongestName)
        {
            faults.Add(text.Length == 0
                ? $"The {column} is missing."
                : $"The {column} is too long or has no letters; at most {LongestName} characters.");
        }

        return text;
    }

    private static string? ReadTimeZone(string text, List<string> faults)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var zone = IanaTimeZone.Find(text);
        if (zone is null)
        {
            faults.Add($"\"{text}\" is no time zone; write it like Europe/Zurich.");
        }

        return zone;
    }

    private static string? ReadWorkingHours(string text, List<string> faults)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (WorkingHours.Parse(text) is not { } hours)
        {
            faults.Add($"\"{text}\" are no working hours; write them like 08:00-16:30.");
            return null;
        }

        return hours.ToString();
    }

    private static DateOnly? ReadDay(string text, List<string> faults)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            faults.Add($"\"{text}\" is no date; write it like 2026-03-31.");
            return null;
        }

        return day;
    }

    private static string? ReadLocale(string text, List<string> faults)
    {
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            return CultureInfo.GetCultureInfo(text.Replace('_', '-'), predefinedOnly: true).Name;
        }
        catch (CultureNotFoundException)
        {
            faults.Add($"\"{text}\" is no language; write it like en-GB.");
            return null;
        }
    }
}
