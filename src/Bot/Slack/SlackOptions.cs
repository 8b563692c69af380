using System.ComponentModel.DataAnnotations;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Slack;

/// <summary>Section <c>Slack</c>. Slack is on when a secret is set.</summary>
public sealed class SlackOptions
{
    public const string Section = "Slack";

    private const string ProfileField = "ProfileField:";

    /// <summary>Signing secret of the app: proves that a request comes from Slack.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>Bot token of the app, <c>xoxb-…</c>.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>Where the Web API is.</summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Messages a second through the workspace. Slack promises "several hundred a minute"; raise it only with Slack's word for more.</summary>
    [Range(0.1, 10_000)]
    public double MessagesPerSecond { get; set; } = 5;

    /// <summary>Messages a second into one channel.</summary>
    [Range(0.1, 10_000)]
    public double MessagesPerSecondAndChannel { get; set; } = 1;

    /// <summary>Where people's departments are: <c>UserGroups</c>, <c>ProfileField:</c> and the name or id of a custom profile field, or <c>None</c>.</summary>
    public string DepartmentFrom { get; set; } = "UserGroups";

    /// <summary>The handles of the user groups that are departments, with commas. Somebody in several belongs to the first. Empty: every group is one.</summary>
    public string Departments { get; set; } = "";

    /// <summary>True when any of the secrets is set; then all of them are needed.</summary>
    public bool IsOn => SigningSecret.Length > 0 || BotToken.Length > 0;

    /// <summary>The two in one; null when <see cref="DepartmentFrom"/> is none of the three.</summary>
    public DepartmentSource? DepartmentSource => DepartmentFrom switch
    {
        "UserGroups" => new DepartmentSource.Groups([.. Departments.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(handle => handle.TrimStart('@'))]),
        "None" => new DepartmentSource.Nowhere(),
        _ when DepartmentFrom.StartsWith(ProfileField, StringComparison.Ordinal) && DepartmentFrom[ProfileField.Length..].Trim() is { Length: > 0 } name => new DepartmentSource.ProfileField(name),
        _ => null,
    };

    /// <summary><see cref="ApiBaseUrl"/> with the slash at its end that relative addresses need.</summary>
    public Uri ApiBase => new(ApiBaseUrl.EndsWith('/') ? ApiBaseUrl : ApiBaseUrl + "/");
}
