using System.Diagnostics;
using System.Globalization;

namespace RelateBot.TestSupport.Databases;

/// <summary>Finds PostgreSQL's programs.</summary>
internal static class PostgreSqlPrograms
{
    private static readonly Lazy<string?> Found = new(() => OperatingSystem.IsWindows() ? null : Find());

    /// <summary>The folder of <c>initdb</c> and <c>postgres</c>. Null when PostgreSQL isn't installed.</summary>
    public static string? Folder => Found.Value;

    private static string? Find()
    {
        var onPath = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return onPath.Concat(FromPgConfig(onPath)).Concat(OfDebian())
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")));
    }

    private static string[] FromPgConfig(string[] onPath)
    {
        if (Array.Find(onPath, folder => File.Exists(Path.Combine(folder, "pg_config"))) is not { } folder)
        {
            return [];
        }

        var start = new ProcessStartInfo(Path.Combine(folder, "pg_config"), "--bindir")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true
        };
        using var process = Process.Start(start)!;
        return [process.StandardOutput.ReadToEnd().Trim()];
    }

    /// <summary>Debian has a folder for each version, not on PATH. The newest comes first.</summary>
    private static IEnumerable<string> OfDebian() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .OrderByDescending(
                folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
        : [];
}
