using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Infrastructure.Roster;

/// <summary>Takes down the details of accounts. Where people said otherwise, they are right. The caller commits.</summary>
public sealed class DetailsBook(RelateDbContext context, TimeProvider clock)
{
    /// <summary>Working hours that are not told stay as they are. A department that is not told is none, if details are its source.</summary>
    public async Task TakeAsync(Workspace workspace, DepartmentSource source, IReadOnlyDictionary<string, AccountDetails> details, CancellationToken cancellationToken)
    {
        var departments = source is DepartmentSource.ProfileField ? await DepartmentBook.OpenAsync(context, workspace.OrganisationId, clock, cancellationToken) : null;
        foreach (var (account, person) in await AccountOwners.OfAsync(context, workspace, [.. details.Keys], cancellationToken))
        {
            var told = details[account];
            if (departments is not null)
            {
                DepartmentAssignment.Assign(person, SearchKey.Of(told.Department ?? "").Length == 0 ? null : departments.Named(told.Department!).Id);
            }

            if (told.WorkingHours is { } hours && !person.SetByHand.HasFlag(PersonFacts.WorkingHours))
            {
                person.WorkingHours = hours.ToString();
            }
        }
    }
}
