using Microsoft.Extensions.Logging.Testing;

namespace RelateBot.TestSupport;

/// <summary>The log as one text, for searching.</summary>
public static class LogText
{
    /// <summary>Returns one line per entry: level, category, message and exception.</summary>
    public static string Text(this FakeLogCollector logs) =>
        string.Join('\n', logs.GetSnapshot().Select(entry => $"{entry.Level} {entry.Category}: {entry.Message} {entry.Exception}"));
}
