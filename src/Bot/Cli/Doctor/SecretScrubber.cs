using System.Data.Common;

namespace RelateBot.Bot.Cli.Doctor;

/// <summary>Removes secrets from output, even when a server or a library repeats one in its message.</summary>
internal sealed class SecretScrubber(IConfiguration configuration)
{
    private const int Shortest = 4;
    private static readonly string[] Endings = ["secret", "token", "password", "key"];

    private readonly List<string> values = [.. configuration.AsEnumerable()
        .SelectMany(setting => SecretsIn(setting.Key, setting.Value))
        .Where(value => value.Length >= Shortest)
        .OrderByDescending(value => value.Length)];

    /// <summary>Returns the text without secrets.</summary>
    public string Scrub(string text) =>
        values.Aggregate(text, (scrubbed, secret) => scrubbed.Replace(secret, "•••", StringComparison.Ordinal));

    private static IEnumerable<string> SecretsIn(string key, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return [];
        }

        if (!key.StartsWith("ConnectionStrings:", StringComparison.OrdinalIgnoreCase))
        {
            return IsSecret(key) ? [value] : [];
        }

        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = value };
            return parts.Keys
                .Cast<string>()
                .Where(part => IsSecret(part) || part.Equals("pwd", StringComparison.OrdinalIgnoreCase))
                .Select(part => $"{parts[part]}");
        }
        catch (ArgumentException)
        {
            return [value];
        }
    }

    private static bool IsSecret(string key) => Array.Exists(Endings, ending => key.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
