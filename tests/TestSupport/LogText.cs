using Microsoft.Extensions.Logging.Testing;

namespace RelateBot.TestSupport;

/// <summary>What was logged as one text, to be searched for what must, or must not, be in it.</summary>
public static class LogText
{
    /// <summary>A line an entry: level, category, message and exception.</summary>
    public static string Text(this FakeLogCollector logs) =>
        string.Join('\n', logs.GetSnapshot().Select(entry => $"{entry.Level} {entry.Category}: {entry.Message} {entry.Exception}"));
}
