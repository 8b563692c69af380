using System.Collections.Concurrent;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.Api;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Directory;

/// <summary>Finds the ids of a workspace's custom profile fields. Settings use labels; profiles use ids.</summary>
public sealed class SlackProfileFields(SlackApi api, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, (IReadOnlyList<TeamProfileGetResponse.Field> Fields, DateTimeOffset Until)> known = new();

    /// <summary>Finds a field by id or by label, ignoring case. <paramref name="setting"/> is the setting that names it.</summary>
    public async Task<string> IdOfAsync(Workspace workspace, string field, string setting, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(workspace.Id, out var read) && read.Until > now && Find(read.Fields, field) is { } id)
        {
            return id;
        }

        var fields = await ReadAsync(workspace, setting, cancellationToken);
        known[workspace.Id] = (fields, now + Fresh);
        return Find(fields, field) ?? throw new PlatformException(
            $"Profiles in {workspace.Name} have no field “{field}”. Set {setting} to ProfileField: and one of "
                + $"{string.Join(", ", fields.Select(one => one.Label))}.",
            isPermanent: true);
    }

    private static string? Find(IReadOnlyList<TeamProfileGetResponse.Field> fields, string field) =>
        fields.FirstOrDefault(one => one.Id == field || string.Equals(one.Label, field, StringComparison.OrdinalIgnoreCase))?.Id;

    private async Task<IReadOnlyList<TeamProfileGetResponse.Field>> ReadAsync(
        Workspace workspace,
        string setting,
        CancellationToken cancellationToken)
    {
        try
        {
            return (await api.For(workspace).ReadTeamProfileAsync(cancellationToken)).Profile?.Fields ?? [];
        }
        catch (SlackApiException exception) when (exception.Error is "missing_scope")
        {
            throw new PlatformException(
                $"Slack does not let me read profile fields (users.profile:read). Install the app again with today's manifest, or set "
                    + $"{setting} to None.",
                isPermanent: true, inner: exception);
        }
    }
}
