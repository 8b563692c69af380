namespace RelateBot.Bot.Slack;

/// <summary>Section <c>Slack</c>. Slack is on when a secret is set.</summary>
public sealed class SlackOptions
{
    public const string Section = "Slack";

    /// <summary>Signing secret of the app: proves that a request comes from Slack.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>Bot token of the app, <c>xoxb-…</c>.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>Where the Web API is.</summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";

    /// <summary>True when any of the secrets is set; then all of them are needed.</summary>
    public bool IsOn => SigningSecret.Length > 0 || BotToken.Length > 0;

    /// <summary><see cref="ApiBaseUrl"/> with the slash at its end that relative addresses need.</summary>
    public Uri ApiBase => new(ApiBaseUrl.EndsWith('/') ? ApiBaseUrl : ApiBaseUrl + "/");
}
