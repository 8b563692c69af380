using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Directory;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Digests;

/// <summary>
/// Whose digest somebody may read: administrators the whole organisation's and any department's, a head the own department's,
/// and so a manager of five people or more.
/// </summary>
public sealed class DigestAccessResolver(IPeopleDirectory directory, IDigestSource source, Administrators administrators)
{
    /// <summary>From so many people on somebody is a manager here.</summary>
    public const int ReportsOfAManager = 5;

    /// <summary>All that they may read, asked anew each time.</summary>
    public async Task<DigestAccess> GetAccessAsync(ChatContext context, CancellationToken cancellationToken) =>
        new(
            await administrators.IsSenderAdministratorAsync(context, cancellationToken),
            await DepartmentsOfAsync(context.Sender, cancellationToken));

    /// <summary>All that they may read as far as it is known without asking the platform.</summary>
    public async Task<DigestAccess> GetLastKnownAccessAsync(Person person, CancellationToken cancellationToken) =>
        new(await administrators.IsKnownAdministratorAsync(person, cancellationToken), await DepartmentsOfAsync(person, cancellationToken));

    /// <summary>The departments that somebody leads or manages in, the one they lead first.</summary>
    private async Task<IReadOnlyList<Department>> DepartmentsOfAsync(Person person, CancellationToken cancellationToken)
    {
        var all = await directory.AllDepartmentsAsync(cancellationToken);
        var led = all.Where(department => department.HeadId == person.Id).ToList();
        if (all.FirstOrDefault(department => department.Id == person.DepartmentId) is { } own && !led.Contains(own)
            && await source.ReportsAsync(person.Id, cancellationToken) >= ReportsOfAManager)
        {
            led.Add(own);
        }

        return led;
    }
}
