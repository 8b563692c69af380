using Microsoft.Extensions.Options;
using RelateBot.Bot.Slack.Api;
using RelateBot.Domain.People;
using RelateBot.Domain.Prompts;
using RelateBot.Infrastructure.Roster;

namespace RelateBot.Bot.Slack.Directory;

/// <summary>Reads custom profile fields. Slack returns them for one account at a time.</summary>
public sealed class SlackProfileDetailsReader(SlackApi api, SlackProfileFields fields, IOptions<SlackOptions> options)
{
    private readonly string? departmentField = (options.Value.DepartmentSource as DepartmentSource.ProfileField)?.Field;
    private readonly string? hoursField = options.Value.WorkingHoursField;

    /// <summary>True when at least one field is configured.</summary>
    public bool IsEnabled => departmentField is not null || hoursField is not null;

    public async Task<IReadOnlyDictionary<string, AccountDetails>> ReadAsync(
        Workspace workspace,
        IReadOnlyCollection<string> externalIds,
        CancellationToken cancellationToken)
    {
        var department = await IdOfAsync(workspace, departmentField, nameof(SlackOptions.DepartmentFrom), cancellationToken);
        var hours = await IdOfAsync(workspace, hoursField, nameof(SlackOptions.WorkingHoursFrom), cancellationToken);
        var details = new Dictionary<string, AccountDetails>(StringComparer.Ordinal);
        foreach (var externalId in externalIds)
        {
            var told = await ReadFieldsAsync(workspace, externalId, cancellationToken);
            details[externalId] = new AccountDetails
            {
                Department = ValueOf(told, department),
                WorkingHours = WorkingHoursParser.Parse(ValueOf(told, hours))
            };
        }

        return details;
    }

    private async Task<string?> IdOfAsync(Workspace workspace, string? field, string setting, CancellationToken cancellationToken) =>
        field is null ? null : await fields.IdOfAsync(workspace, field, $"{SlackOptions.Section}:{setting}", cancellationToken);

    private async Task<IReadOnlyDictionary<string, UsersProfileGetResponse.CustomField>?> ReadFieldsAsync(
        Workspace workspace,
        string externalId,
        CancellationToken cancellationToken)
    {
        try
        {
            return (await api.For(workspace).ReadUserProfileAsync(externalId, cancellationToken)).Profile?.Fields;
        }
        catch (SlackApiException exception) when (exception.Error is SlackErrors.UserNotFound)
        {
            return null;
        }
    }

    private static string? ValueOf(IReadOnlyDictionary<string, UsersProfileGetResponse.CustomField>? told, string? field) =>
        field is null ? null : told?.GetValueOrDefault(field)?.Value;
}
