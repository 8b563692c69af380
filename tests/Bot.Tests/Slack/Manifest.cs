using RelateBot.TestSupport;

namespace RelateBot.Bot.Tests.Slack;

/// <summary>Reads infra/slack/manifest.yaml line by line. Each line has one entry.</summary>
internal sealed class Manifest(string yaml)
{
    private readonly List<string> lines = [.. yaml.Split('\n')];

    public static Manifest OfTheProject { get; } = new(File.ReadAllText(Path.Combine(Repository.Root, "infra", "slack", "manifest.yaml")));

    public string Yaml => yaml;

    public IEnumerable<string> Commands => Values("- command: /");

    public IEnumerable<string> Shortcuts => Values("callback_id: ");

    public IEnumerable<string> Addresses => Values("url: ").Concat(Values("request_url: ")).Concat(ListOf("redirect_urls:"));

    public IEnumerable<string> Scopes => ListOf("bot:");

    public IEnumerable<string> Events => ListOf("bot_events:");

    /// <summary>Entries of these lists without a comment that gives the reason.</summary>
    public IEnumerable<string> WithoutReason =>
        LinesOf("bot:").Concat(LinesOf("bot_events:")).Where(line => !line.Contains(" # ", StringComparison.Ordinal));

    public string? Setting(string name) => Values($"{name}: ").FirstOrDefault();

    private IEnumerable<string> ListOf(string key) => LinesOf(key).Select(line => line.Trim()[2..].Split(' ')[0]);

    private IEnumerable<string> LinesOf(string key) =>
        lines.SkipWhile(line => line.Trim() != key).Skip(1).TakeWhile(line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal));

    private IEnumerable<string> Values(string key) =>
        lines
            .Select(line => line.Trim())
            .Where(line => line.StartsWith(key, StringComparison.Ordinal))
            .Select(line => line[key.Length..].Split(' ')[0]);
}
