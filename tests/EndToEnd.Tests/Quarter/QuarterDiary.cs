using System.Globalization;
using System.Text;

namespace RelateBot.EndToEnd.Tests.Quarter;

/// <summary>The quarter as a file to read: for each person what they received, at what time of theirs, and what they said to it.</summary>
internal static class QuarterDiary
{
    public static async Task WriteAsync(string file, QuarterSimulation quarter)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var text = new StringBuilder();
        foreach (var who in quarter.Company.People)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"════ {who.Name} ({who.Temper}), {string.Join(" then ", who.Homes.Select(home => home.Zone))}, {who.Region}, "
                    + $"{who.Start:HH:mm}-{who.End:HH:mm}");
            var heard = quarter.Heard.Where(heard => heard.To == who).Select(heard => (heard.At, Text: Of(heard)));
            var wishes = who.Wishes.Select(wish => (wish.At, Text: $"{who.LocalOf(wish.At):ddd yyyy-MM-dd HH:mm} → {wish}\n"));
            foreach (var (_, entry) in heard.Concat(wishes).OrderBy(entry => entry.At))
            {
                text.Append(entry);
            }
        }

        await File.WriteAllTextAsync(file, text.ToString());
    }

    private static string Of(ReceivedMessage heard) =>
        $"{heard.Local:ddd yyyy-MM-dd HH:mm} {(heard.IsProactive ? "●" : "○")} "
            + $"{heard.Purpose}\n{string.Concat(heard.Words.Split('\n').Select(line => $"    {line}\n"))}";
}
