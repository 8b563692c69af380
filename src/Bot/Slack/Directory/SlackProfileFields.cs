using System.Collections.Concurrent;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Slack.Api;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Directory;

/// <summary>Which id a workspace's custom profile field has. People know its name, profiles hold its id.</summary>
public sealed class SlackProfileFields(SlackApi api, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, (string Id, DateTimeOffset Until)> known = new();

    /// <summary>By id or by the name that people see, whatever its case.</summary>
    public async Task<string> IdOfAsync(Workspace workspace, string field, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(workspace.Id, out var found) && found.Until > now)
        {
            return found.Id;
        }

        var fields = await ReadAsync(workspace, cancellationToken);
        var id = fields.FirstOrDefault(one => one.Id == field || string.Equals(one.Label, field, StringComparison.OrdinalIgnoreCase))?.Id
            ?? throw new PlatformException(
                $"Profiles in {workspace.Name} have no field “{field}”. Set Slack:DepartmentFrom to ProfileField: and one of {string.Join(", ", fields.Select(one => one.Label))}.",
                isPermanent: true);
        known[workspace.Id] = (id, now + Fresh);
        return id;
    }

    private async Task<IReadOnlyList<TeamProfileGetResponse.Field>> ReadAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        try
        {
            return (await api.For(workspace).ReadTeamProfileAsync(cancellationToken)).Profile?.Fields ?? [];
        }
        catch (SlackApiException exception) when (exception.Error is "missing_scope")
        {
            throw new PlatformException(
                "Slack does not let me read profile fields (users.profile:read). Install the app again with today's manifest, or set Slack:DepartmentFrom to UserGroups or None.",
                isPermanent: true, inner: exception);
        }
    }
}
